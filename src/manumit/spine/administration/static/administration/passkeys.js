// allauth's script does the work and only logs what goes wrong: here a refusal is said on the page, and the button
// waits until that script listens, for a press before that would do nothing.
document.addEventListener('allauth.error', (event) => {
  event.preventDefault()
  document.querySelectorAll('[data-passkey-problem]').forEach((problem) => { problem.hidden = false })
})
const offer = () => document.querySelectorAll('#passkey-button').forEach((button) => { button.disabled = false })
if (document.readyState === 'complete') { offer() } else { window.addEventListener('load', offer, { once: true }) }
