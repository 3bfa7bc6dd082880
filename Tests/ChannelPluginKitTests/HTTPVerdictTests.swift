import ChannelPluginKit
import Testing

@Suite("What the body of an answer says")
struct HTTPVerdictTests {
    @Test(
        "a failure named in the body outranks the status; a body that is no JSON says nothing",
        arguments: [
            ("", HTTPVerdict.accepted(providerReference: nil)),
            (#"{"id": "r-7"}"#, .accepted(providerReference: "r-7")),
            (#"{"status": "ok", "error": null}"#, .accepted(providerReference: nil)),
            (#"{"error": false}"#, .accepted(providerReference: nil)),
            (#"{"status": "REJECTED"}"#, .refused(reply: #"{"status": "REJECTED"}"#)),
            (#"{"error": "full"}"#, .refused(reply: #"{"error": "full"}"#)),
            ("<html>", .unreadable),
            (String(repeating: " ", count: 64 << 10) + "{}", .unreadable),
        ])
    func verdict(body: String, expected: HTTPVerdict) {
        #expect(HTTPVerdict(of: HTTPResponse(code: 200, body: Array(body.utf8))) == expected)
    }
}
