/** Trusted Types, as far as they are used here; TypeScript's DOM types do not have them. */
interface Policy {
	createScriptURL(url: string): unknown;
}
interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

/** Must be among the `trusted-types` of the Content Security Policy, in svelte.config.js. */
const POLICY = 'dramatis-worker';

let policy: Policy | undefined;

/**
 * The URL of a script, in the form that `new Worker` takes. Where the page enforces Trusted Types a plain text
 * is refused there; our policy lets scripts of this site pass and no others.
 * @param url absolute, or relative to the page
 * @throws TypeError for a URL of another origin
 */
export function trustedUrl(url: string): string {
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	if (!trustedTypes) return ofThisSite(url);
	// A second policy of the same name would be refused.
	policy ??= trustedTypes.createPolicy(POLICY, { createScriptURL: ofThisSite });
	// It is a TrustedScriptURL; TypeScript knows only that Worker takes a text.
	return policy.createScriptURL(url) as string;
}

function ofThisSite(url: string): string {
	const { href, origin, protocol } = new URL(url, location.href);
	// The origin of a blob: URL is that of its maker, its content anybody's.
	if (origin !== location.origin || protocol !== location.protocol)
		throw new TypeError('A worker may only come from this site.');
	return href;
}
