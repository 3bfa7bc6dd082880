import Foundation
import Testing

@Suite("recours hours --batch")
struct HoursBatchTests {
    private static func line(
        _ expression: String, _ from: String, _ to: String, zone: String = "Europe/Paris",
        country: String? = "FR"
    ) -> String {
        let country = country.map { ", \"country\": \"\($0)\"" } ?? ""
        let quoted = expression.replacingOccurrences(of: "\"", with: "\\\"")
        return
            #"{"expr": "\#(quoted)", "tz": "\#(zone)"\#(country), "from": "\#(from)", "to": "\#(to)"}"#
    }

    /// A line and its answer.
    static let rows = [
        (
            line("Mo-Fr 09:00-18:00; PH off", "2026-12-24T00:00:00+01:00", "2026-12-28T10:00:00+01:00"),
            #"{"intervals":[{"from":"2026-12-24T09:00:00+01:00","to":"2026-12-24T18:00:00+01:00","state":"open"},{"from":"2026-12-28T09:00:00+01:00","to":"2026-12-28T10:00:00+01:00","state":"open"}]}"#
        ),
        (
            line("24/7", "2026-03-29T00:00:00Z", "2026-03-29T02:00:00Z"),
            #"{"intervals":[{"from":"2026-03-29T01:00:00+01:00","to":"2026-03-29T04:00:00+02:00","state":"open"}]}"#
        ),
        (
            line("off", "2026-03-29T00:00:00Z", "2026-03-29T02:00:00Z"), #"{"intervals":[]}"#
        ),
        (
            line("24/7", "2026-03-29T00:00:00Z", "2026-03-29T00:00:00Z"), #"{"intervals":[]}"#
        ),
        (
            // An unknown state of two reasons is one part, and comments cut.
            line(
                "Mo 10:00-12:00 unknown, Mo 12:00+, Mo 15:00-16:00 \"é; \"", "2026-11-23T00:00:00+01:00",
                "2026-11-24T00:00:00+01:00"),
            #"{"intervals":[{"from":"2026-11-23T10:00:00+01:00","to":"2026-11-23T15:00:00+01:00","state":"unknown"},{"from":"2026-11-23T15:00:00+01:00","to":"2026-11-23T16:00:00+01:00","state":"unknown","comment":"é; "},{"from":"2026-11-23T16:00:00+01:00","to":"2026-11-24T00:00:00+01:00","state":"unknown"}]}"#
        ),
        (
            line("PH 10:00-12:00", "2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z", country: nil),
            #"{"intervals":[{"from":"2026-11-23T10:00:00+01:00","to":"2026-11-23T12:00:00+01:00","state":"unknown"}]}"#
        ),
        (
            #"{"to":"2026-05-23T00:00:00Z","from":"2026-05-22T00:00:00Z","region":"martinique","country":null,"tz":"America/Martinique","expr":"PH"}"#,
            #"{"intervals":[{"from":"2026-05-22T00:00:00-04:00","to":"2026-05-22T20:00:00-04:00","state":"open"}]}"#
        ),
        (
            line("Sa 22:00-30:00", "1800-01-04T00:00:00Z", "1800-01-05T00:00:00Z"),
            #"{"intervals":[{"from":"1800-01-04T22:00:00+00:09:21","to":"1800-01-05T00:09:21+00:09:21","state":"open"}]}"#
        ),
    ]

    @Test("each line is answered by one line, in order")
    func answers() throws {
        let run = try CommandLineRun(
            ["hours", "--batch"], input: Array(Self.rows.map { $0.0 + "\n" }.joined().utf8))

        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.lines == Self.rows.map(\.1))
    }

    @Test("a bad line gives an error in its place, with the byte of the expression, and the rest goes on")
    func errors() throws {
        let (good, answer) = Self.rows[0]
        let range = ("2026-03-29T00:00:00Z", "2026-03-29T02:00:00Z")
        let rows: [(String, Int?, String)] = [
            (Self.line("Mo 9:00-12:00", range.0, range.1), 3, "09:00"),
            (Self.line("24/7 \"é\" €", range.0, range.1), 10, "byte 10"), ("", nil, "empty"),
            ("nonsense", nil, "column 1"), ("[]", nil, "object"),
            (Self.line("24/7", range.1, range.0), nil, "before"),
            (Self.line("24/7", "2026-03-29", range.1), nil, "from"),
            (Self.line("24/7", range.0, range.1, zone: "Mars/Base"), nil, "Mars/Base"),
            (Self.line("24/7", range.0, range.1, country: "fr"), nil, "FR"),
            (#"{"expr":"24/7"}"#, nil, "tz is missing"), (#"{"expr":7}"#, nil, "expr is a text"),
            (good.replacingOccurrences(of: "country", with: "contry"), nil, "did you mean country?"),
        ]
        let lines = rows.flatMap { [$0.0, good] }

        let run = try CommandLineRun(
            ["hours", "--batch", "-"], input: Array(lines.joined(separator: "\n").utf8))

        #expect(run.status == 2)
        #expect(run.lines.count == lines.count)
        for (index, row) in rows.enumerated() {
            #expect(run.lines[2 * index + 1] == answer)
            let found = try JSONSerialization.jsonObject(with: Data(run.lines[2 * index].utf8))
            let error = try #require((found as? [String: [String: Any]])?["error"])
            #expect(Set(error.keys) == ["message", "offset"])
            #expect(error["offset"] as? Int == row.1, "\(row.0)")
            #expect((error["message"] as? String)?.contains(row.2) == true, "\(error)")
        }
    }

    @Test("a range of a thousand years is answered in one line")
    func longLine() throws {
        let run = try CommandLineRun(
            ["hours", "--batch"],
            input: Array(Self.line("Mo 10:00-12:00", "1500-01-01T00:00:00Z", "2500-01-01T00:00:00Z").utf8))

        #expect(run.status == 0)
        #expect(run.lines.count == 1)
        // A thousand years have 52,177 Mondays, give or take the first and the last.
        let count = run.output.components(separatedBy: "\"from\"").count - 1
        #expect((52_176...52_179).contains(count))
        #expect(run.output.hasSuffix("]}\n"))
    }
}
