internal import CurlTransport

/// What the server does with one request.
public enum HTTPStep: Sendable, Hashable {
    /// Reads the request and answers; `headers` are whole lines.
    case answer(Int, headers: [String] = [], body: String = "")
    /// Reads the request and answers with a body that is no text.
    case answerBytes(Int, headers: [String] = [], body: [UInt8])
    /// Reads the request and closes.
    case closeAfterRequest
    /// Reads the header and so many bytes of the body, and resets.
    case resetAfterBodyBytes(Int)
    /// Reads the request and writes chunks until the other side leaves.
    case endlessChunks
    /// Reads the request and writes header lines until the other side leaves.
    case endlessHeaders
    /// Answers 200 and writes a body of spaces, one byte at a time, so many milliseconds apart.
    case drip(everyMilliseconds: Int)
    /// Promises more bytes than it writes, and closes.
    case truncated(Int)
    case hang
}

/// An HTTP/1.1 server that follows a script, one step per request, and remembers the requests.
public final class ScriptedHTTPServer: Sendable {
    /// One request, as it was read.
    public struct Request: Sendable, Hashable {
        public let line: String
        /// The header lines, as they came.
        public let headers: [String]
        public let body: String

        /// The value of a header; nil when it did not come.
        public func header(_ name: String) -> String? {
            let mark = name.lowercased() + ": "
            return headers.first { $0.lowercased().hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
        }
    }

    private struct State: Sendable {
        var steps: [HTTPStep]
        var requests: [Request] = []
    }

    private final class Book: Sendable {
        let state: Locked<State>
        init(_ steps: [HTTPStep]) { state = Locked(State(steps: steps)) }
    }

    private let book: Book
    private let server: LoopbackServer

    public var port: Int { server.port }
    public var seen: [Request] { book.state.withLock { $0.requests } }

    /// - Parameter steps: one for each request; the last one serves all that follow.
    public init(_ steps: HTTPStep...) throws {
        let book = Book(steps)
        self.book = book
        server = try LoopbackServer { connection in
            while Self.serve(connection, book) {}
        }
    }

    public func stop() { server.stop() }

    /// Serves one request; false ends the connection.
    private static func serve(_ connection: ServerConnection, _ book: Book) -> Bool {
        guard let line = connection.readLine(), !line.isEmpty else { return false }
        var headers: [String] = []
        while let header = connection.readLine(), !header.isEmpty { headers.append(header) }
        let step = book.state.withLock { $0.steps.count > 1 ? $0.steps.removeFirst() : $0.steps[0] }
        let length =
            Request(line: line, headers: headers, body: "").header("Content-Length").flatMap { Int($0) } ?? 0
        if case .resetAfterBodyBytes(let count) = step {
            _ = connection.read(min(count, length))
            connection.reset()
            return false
        }
        let body = String(decoding: connection.read(length), as: UTF8.self)
        book.state.withLock { $0.requests.append(Request(line: line, headers: headers, body: body)) }
        return take(step, connection)
    }

    private static func take(_ step: HTTPStep, _ connection: ServerConnection) -> Bool {
        switch step {
        case .answer(let code, let headers, let body):
            return answer(code, headers, Array(body.utf8), connection)
        case .answerBytes(let code, let headers, let body):
            return answer(code, headers, body, connection)
        case .closeAfterRequest, .resetAfterBodyBytes:
            return false
        case .endlessChunks:
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = "4000\r\n" + String(repeating: "x", count: 0x4000) + "\r\n"
            while connection.write(chunk) {}
            return false
        case .endlessHeaders:
            connection.write("HTTP/1.1 200 OK\r\n")
            let header = "X-Long: " + String(repeating: "y", count: 4000) + "\r\n"
            while connection.write(header) {}
            return false
        case .drip(let pause):
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            _ = connection.drip(String(repeating: " ", count: 1000), everyMilliseconds: pause)
            return false
        case .truncated(let code):
            connection.write("HTTP/1.1 \(code) Scripted\r\nContent-Length: 100\r\n\r\nshort")
            return false
        case .hang:
            connection.hang()
            return false
        }
    }

    private static func answer(
        _ code: Int, _ headers: [String], _ body: [UInt8], _ connection: ServerConnection
    ) -> Bool {
        let lines = ["HTTP/1.1 \(code) Scripted", "Content-Length: \(body.count)"] + headers
        return connection.write(Array((lines.map { $0 + "\r\n" }.joined() + "\r\n").utf8) + body)
    }
}
