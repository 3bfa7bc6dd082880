public import ChannelPluginKit
internal import ContactRouting
internal import Texts

/// How the person gets to the place of a message or form, and which files go there, in the person's language.
public struct MessageWay: Sendable {
    private let request: PreparationRequest

    public init(_ request: PreparationRequest) { self.request = request }

    private var isFrench: Bool { request.language == .french }

    /// `Ouvrez https://… .`, or the path through the merchant's menus; nil when neither is known.
    public var way: String? {
        if let link = request.link { return isFrench ? "Ouvrez \(link.text)" : "Open \(link.text)" }
        guard let menu = request.menu else { return nil }
        return isFrench
            ? Typography.french("Sur le site, suivez ce chemin : « \(menu.text) »")
            : "On the site, follow this path: “\(menu.text)”"
    }

    /// `message.txt`, or the parts in their order.
    public func files(_ count: Int) -> String {
        guard count > 1 else { return "message.txt" }
        return isFrench
            ? "message-1.txt à message-\(count).txt, l’un après l’autre"
            : "message-1.txt to message-\(count).txt, one after the other"
    }

    /// Sentences in a row, in French with their no-break spaces; those that are nil are left out.
    public func paragraph(_ sentences: [String?]) -> String {
        let text = sentences.compactMap { $0 }.joined(separator: " ")
        return isFrench ? Typography.french(text) : text
    }
}
