// Unpacks the app, which stands in the page as base64 of gzip, and runs it. The page's policy knows both by their hashes.
try {
	const packed = atob(document.getElementById('dramatis-code').textContent);
	const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
	const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
	const code = await new Response(stream).text();
	const policy = globalThis.trustedTypes?.createPolicy('dramatis-code', { createScript: (text) => text });
	const script = document.createElement('script');
	script.textContent = policy ? policy.createScript(code) : code;
	document.body.append(script);
} catch (error) {
	const words = document.createElement('p');
	words.textContent = `This browser cannot show the page; a newer one can. (${error.message})`;
	document.querySelector('.shell').append(words);
}
