public import ChannelPluginKit
public import ContactRouting
public import Texts

/// What the person is told of files that a PDF carries inside.
public struct CarriedFilesAdvice: Typographic {
    private let request: PreparationRequest

    public init(_ request: PreparationRequest) { self.request = request }

    public var language: Language { request.language }

    /// In place of the advice to enclose copies; nil when the PDF carries none.
    ///
    /// - Parameters:
    ///   - file: the PDF.
    ///   - mayBePosted: whether it may go out on paper, where nobody sees what it carries.
    public func sentences(about file: ArtifactFileName, mayBePosted: Bool) -> String? {
        guard request.wishes.carriesAttachments, !request.wishes.attachments.isEmpty else { return nil }
        let online = say(
            "\(file.text) porte déjà les pièces, en fichiers joints. Certains portails refusent de tels fichiers : déposez-y alors les pièces une à une.",
            "\(file.text) already carries the documents as attached files. Some portals refuse such files: upload the documents one by one there."
        )
        guard mayBePosted else { return online }
        let paper = say(
            "Sur papier, elles ne se voient pas : imprimez-les aussi.",
            "On paper they do not show: print them, too.")
        return "\(online) \(paper)"
    }
}
