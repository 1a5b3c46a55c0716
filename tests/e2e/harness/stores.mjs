// What the browser keeps of the app.

// In the page: everything in the database and in localStorage.
async function readStores() {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open("kommunebenchmark");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all = (store) =>
    new Promise((resolve) => {
      const request = database.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
    });
  const stored = [];
  for (const store of database.objectStoreNames) stored.push(...(await all(store)));
  database.close();
  return JSON.stringify([stored, { ...localStorage }]);
}

/** Everything that is stored, as one text. */
export async function storedText(page) {
  return page.evaluate(readStores);
}
