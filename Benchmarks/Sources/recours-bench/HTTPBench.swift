import ArgumentParser
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import CurlTransport
import Foundation

/// Requests a second over kept connections.
struct HTTPBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "http",
        abstract: "POST requests a second to an endpoint on this machine, over kept connections.",
        discussion: """
            Eight requests are on their way for each connection, so that none of them waits for a caller. Every answer must be \
            200 or 204.
            """)

    @Option(help: ArgumentHelp("The endpoint: http://127.0.0.1:8080/.", valueName: "url"))
    var url: String

    @Option(help: ArgumentHelp("The body, JSON.", valueName: "file"))
    var body: String

    @Option(help: "How many connections.")
    var sessions = 16

    @Option(help: "How long, in seconds.")
    var seconds = 3.0

    /// Requests on their way for each connection.
    private static let callers = 8

    func run() async throws {
        guard let target = HTTPTarget(parsing: url), seconds > 0, (1...256).contains(sessions) else {
            throw WrongResult(description: "there is nowhere to send to")
        }
        var limits = TransportLimits.http
        limits.transfersMax = sessions
        let port = try CurlHTTPPort(rule: .publicAndPrivate, limits: limits)
        defer { port.close() }
        let request = HTTPRequest(
            head: .postingJSON(to: target, expected: [200, 204]),
            body: Array(try Data(contentsOf: URL(filePath: body))))
        // A tenth of the time warms up.
        _ = try await Self.post(
            request, through: port, callers: Self.callers * sessions, seconds: seconds / 10)
        let rate = try await Self.post(
            request, through: port, callers: Self.callers * sessions, seconds: seconds)
        print("{\"value\": \(rate)}")
    }

    /// - Returns: requests a second.
    private static func post(
        _ request: HTTPRequest, through port: CurlHTTPPort, callers: Int, seconds: Double
    ) async throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        let end = start.advanced(by: .seconds(seconds))
        let count = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<callers {
                group.addTask {
                    var count = 0
                    while clock.now < end {
                        guard case .answered = await port.send(request, at: Instant(secondsSinceEpoch: 0))
                        else {
                            throw WrongResult(description: "a request was not answered")
                        }
                        count += 1
                    }
                    return count
                }
            }
            var sum = 0
            for try await count in group { sum += count }
            return sum
        }
        return Double(count) / (start.duration(to: clock.now) / .seconds(1))
    }
}
