"""What everyone here can see: the posted list, the same page for every member."""
