/** The sources of the SDK. */
export declare const SDK_SOURCES: readonly string[];
