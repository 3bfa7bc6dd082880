import ChannelPluginKit
import CivilCalendar
import ContactRouting

/// Requests and preparations of the test channels.
enum TestRequests {
    static func request(_ method: HTTPMethod, _ path: String, body: String) -> HTTPRequest? {
        guard let target = HTTPTarget(parsing: "https://provider.example/\(path)") else { return nil }
        return HTTPRequest(head: HTTPRequestHead(method: method, target: target), body: Array(body.utf8))
    }

    /// A preparation whose only content is its reference.
    static func prepared(_ text: String, _ channel: ChannelName) throws -> PreparedDelivery {
        let reference = try DeliveryReference(parsing: text)
        let payload: DeliveryPayload
        if channel == .testMail {
            payload = .mail(
                envelope: MailEnvelope(
                    sender: try EmailAddress(parsing: "a@sender.example"),
                    recipient: try EmailAddress(parsing: "b@recipient.example")), message: .message)
        } else if channel == .testCall {
            payload = .person(PersonTask(kind: .call, text: "Call them."))
        } else {
            guard let target = HTTPTarget(parsing: "https://provider.example/submit") else {
                throw ChannelError.checkpointNotStored
            }
            payload = .http(head: HTTPRequestHead(method: .post, target: target), body: nil)
        }
        return PreparedDelivery(
            channel: channel, reference: reference, recipient: "b@recipient.example",
            artifacts: [
                Artifact(
                    role: .message, fileName: ArtifactFileName("message.eml"), mediaType: .mailMessage,
                    bytes: Array("\(text)\r\n".utf8))
            ], consent: ConsentNeeded(irreversible: true), afterwards: "Wait.", payload: payload)
    }
}
