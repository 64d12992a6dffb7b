// Says on the page when a passkey was refused or the browser has none; allauth's script only logs it.
document.addEventListener('allauth.error', (event) => {
  event.preventDefault()
  document.querySelectorAll('[data-passkey-problem]').forEach((problem) => { problem.hidden = false })
})
