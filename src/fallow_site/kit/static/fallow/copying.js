// Copies a link that is shown once. Without a script the link can be marked and copied by hand.
for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const words = button.nextElementSibling;
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
      words.textContent = "Copied.";
    } catch {
      words.textContent = "Your browser did not allow it. Mark the link and copy it by hand.";
    }
  });
}
