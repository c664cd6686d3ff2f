// Says in words when a passkey was not used, for whatever reason; the page stays as it was.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const trouble = document.getElementById("passkey-trouble");
  trouble.hidden = false;
  trouble.scrollIntoView({ block: "center" });
});
