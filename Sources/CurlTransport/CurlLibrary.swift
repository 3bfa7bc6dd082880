internal import CCurl
internal import Glibc

/// The libcurl that this process runs with.
public enum CurlLibrary {
    /// Sets up libcurl's global state, once per process.
    ///
    /// A broken connection must not end the process: SIGPIPE is ignored from then on, by every thread, unless the program
    /// handles it already. A child process inherits that; whoever starts one resets it.
    static let isReady: Bool = {
        ignoreBrokenPipes()
        return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    }()

    /// Versions of libcurl and its TLS library, as libcurl tells them: `libcurl/7.88.1 OpenSSL/3.0.17 …`.
    ///
    /// For diagnostics: what a failure looks like differs between versions of libcurl.
    public static var version: String {
        guard let text = curl_version() else { return "libcurl" }
        return String(cString: text)
    }

    private static func ignoreBrokenPipes() {
        var current = sigaction()
        guard sigaction(SIGPIPE, nil, &current) == 0, current.sa_flags & SA_SIGINFO == 0,
            current.__sigaction_handler.sa_handler == nil
        else { return }
        signal(SIGPIPE, SIG_IGN)
    }
}
