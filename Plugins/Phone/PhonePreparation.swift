internal import ChannelPluginKit
internal import ContactRouting
internal import LetterWriting
internal import Typesetting

/// Builds the brief of one call, on paper and as text.
struct PhonePreparation {
    private let request: PreparationRequest
    private let press: LetterPress

    init(_ request: PreparationRequest, press: LetterPress) {
        self.request = request
        self.press = press
    }

    private var words: PhoneWords { PhoneWords(request: request) }

    func prepared() throws(ChannelError) -> PreparedDelivery {
        guard request.channel == .accessiblePhone || request.call?.number != nil else {
            throw .missing(channel: request.channel, fields: ["merchant.phone"])
        }
        let page = try PhonePage(request, press: press).printed()
        let text = PhoneBrief(request, detail: .full).brief(for: .screen).text
        return PreparedDelivery(
            channel: request.channel, reference: request.deliveryReference, recipient: words.recipient,
            link: link,
            artifacts: [
                Artifact(
                    role: .brief, fileName: ArtifactFileName("brief.pdf"), mediaType: .pdf,
                    bytes: page.document.pdf,
                    pages: page.document.pageCount),
                Artifact(
                    role: .briefText, fileName: ArtifactFileName("brief.txt"), mediaType: .plainText,
                    bytes: Array(text.utf8)),
            ],
            consent: ConsentNeeded(irreversible: false, price: request.call?.price),
            doubts: words.doubts + page.doubts,
            afterwards: words.afterwards,
            payload: .person(
                PersonTask(kind: .call, text: words.afterwards, link: link, proof: words.proof)))
    }

    /// The number as a phone takes it from anywhere (RFC 3966), else the page of the service.
    private var link: ContactLink? { request.call?.number.map { ContactLink(calling: $0) } ?? request.link }
}
