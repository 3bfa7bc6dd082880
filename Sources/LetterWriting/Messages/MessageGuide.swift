internal import ChannelPluginKit
public import ContactRouting

/// How the person sends a message that is pasted, keeps proof of it and reports it: the sentences of one channel.
public struct MessageGuide: Sendable {
    /// Whom it is for, where the name is not known.
    public let recipient: LocalText
    /// Where the message is written, where neither a link nor a path is known; without a full stop.
    public let place: LocalText
    /// What is done there with the files, such as `puis collez`.
    public let sending: LocalText
    public let caution: LocalText
    public let keeping: LocalText
    public let reporting: LocalText
    /// Which proof to bring back.
    public let proof: LocalText

    public init(
        recipient: LocalText, place: LocalText, sending: LocalText, caution: LocalText, keeping: LocalText,
        reporting: LocalText, proof: LocalText
    ) {
        self.recipient = recipient
        self.place = place
        self.sending = sending
        self.caution = caution
        self.keeping = keeping
        self.reporting = reporting
        self.proof = proof
    }

    /// What the person does with so many files.
    func afterwards(_ request: PreparationRequest, parts: Int) -> String {
        let language = request.language
        let way = MessageWay(request)
        let opening = "\(way.way ?? place[language]), \(sending[language]) \(way.files(parts))."
        return way.paragraph([opening, caution[language], keeping[language], reporting[language]])
    }
}
