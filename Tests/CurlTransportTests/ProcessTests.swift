import ChannelPluginKit
import ContactRouting
import CurlTransport
import Glibc
import TestSupport
import Testing

/// What a port takes from its process, and what it does to it; each in a process of its own.
@Suite("A process that sends", .timeLimit(.minutes(2)))
struct ProcessTests {
    @Test("P24: neither a proxy nor a password file of the environment changes where a request goes")
    func environment() async {
        await #expect(processExitsWith: .success) {
            let (proxy, server) = (try ScriptedHTTPServer(.answer(200)), try ScriptedHTTPServer(.answer(200)))
            for name in ["http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"] {
                setenv(name, "http://127.0.0.1:\(proxy.port)", 1)
            }
            let home = "/tmp/recours-home-\(getpid())"
            mkdir(home, 0o700)
            let file = fopen("\(home)/.netrc", "w")
            fputs("machine 127.0.0.1 login somebody password canary-4711\n", file)
            fclose(file)
            setenv("HOME", home, 1)
            let port = try CurlHTTPPort(rule: .publicAndPrivate, limits: Samples.httpLimits)

            let result = await port.send(try Samples.request(server.port), at: Samples.now)

            unlink("\(home)/.netrc")
            rmdir(home)
            guard case .answered = result, proxy.seen.isEmpty, let request = server.seen.first,
                request.header("Authorization") == nil
            else { exit(1) }
            exit(0)
        }
    }

    @Test("a broken pipe does not end a process that has a port")
    func brokenPipe() async {
        await #expect(processExitsWith: .success) {
            signal(SIGPIPE, SIG_DFL)
            let port = try CurlHTTPPort(rule: .loopbackOnly, limits: Samples.httpLimits)
            // The thread of the port sets libcurl up before it answers anything.
            _ = await port.send(try Samples.request(9), at: Samples.now)
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { exit(2) }
            close(ends[0])

            exit(write(ends[1], "x", 1) == -1 && errno == EPIPE ? 0 : 1)
        }
    }

    @Test("a handler for broken pipes that the program has set stays")
    func ownHandler() async {
        await #expect(processExitsWith: .exitCode(7)) {
            signal(SIGPIPE) { _ in _exit(7) }
            let port = try CurlHTTPPort(rule: .loopbackOnly, limits: Samples.httpLimits)
            _ = await port.send(try Samples.request(9), at: Samples.now)
            raise(SIGPIPE)
            exit(1)
        }
    }

    @Test("the version names libcurl and its TLS library")
    func version() {
        #expect(CurlLibrary.version.hasPrefix("libcurl/"))
        #expect(CurlLibrary.version.contains("SSL/"))
    }
}
