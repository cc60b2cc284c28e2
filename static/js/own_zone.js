// Where nothing was chosen yet, the clock of this browser is the likely one.
const field = document.querySelector("select[data-own-zone]")
const own = Intl.DateTimeFormat().resolvedOptions().timeZone

if (field && [...field.options].some((option) => option.value === own)) field.value = own
