"""*My week* as one person sees it: figures in words, pictures, and one sentence on what stands out.

It knows work alone and runs on the person's own device; nothing of it is meant for a server.
"""
