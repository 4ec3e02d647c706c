document.body.textContent='console';
