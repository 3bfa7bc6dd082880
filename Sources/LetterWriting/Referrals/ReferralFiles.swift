public import ChannelPluginKit
public import ContactRouting
internal import Typesetting

/// The three files of a referral: the paper, its words, and the fields of a form.
public struct ReferralFiles: Sendable {
    public let artifacts: [Artifact]
    /// What the person should look at.
    public let doubts: [Doubt]

    /// What the files are called.
    public struct Names: Sendable {
        let pdf: (role: ArtifactRole, file: ArtifactFileName)
        let text: (role: ArtifactRole, file: ArtifactFileName)

        public static let letter = Names(
            pdf: (.letter, ArtifactFileName("letter.pdf")),
            text: (.letterText, ArtifactFileName("letter.txt")))
        public static let referral = Names(
            pdf: (.referral, ArtifactFileName("referral.pdf")),
            text: (.referralText, ArtifactFileName("referral.txt")))
    }

    /// Writes and sets a referral.
    ///
    /// - Parameters:
    ///   - needs: facts that the channel cannot do without, and whether they are known.
    ///   - pagesMax: longest paper, in pages.
    /// - Throws: `ChannelError.missing`, `.overLimit`, `.unusable`, `.preparationFailed`.
    public init(
        for request: PreparationRequest, named names: Names,
        needing needs: [(field: RequestField, isKnown: Bool)] = [], pagesMax: Int, by press: LetterPress
    ) throws(ChannelError) {
        let letter = try ReferralWriter().write(for: request, needing: needs)
        guard let plan = request.referral else {
            throw .preparationFailed(
                channel: request.channel, reason: "the request carries no plan of a referral")
        }
        let printed: RenderedDocument
        var document = letter.document
        if request.wishes.carriesAttachments { try document.carry(request.wishes.attachments) }
        do { printed = try press.print(document) } catch { throw ChannelError(error, in: request) }
        let pagesMax = min(pagesMax, request.limits.pagesMax ?? .max)
        guard printed.pageCount <= pagesMax else {
            throw .overLimit(
                field: RequestField(names.pdf.role.text), actual: printed.pageCount, max: pagesMax,
                unit: .pages)
        }
        let form = try ReferralForm(request, plan: plan, letter: letter).sheet()
        artifacts = [
            Artifact(
                role: names.pdf.role, fileName: names.pdf.file, mediaType: .pdf, bytes: printed.pdf,
                pages: printed.pageCount),
            Artifact(
                role: names.text.role, fileName: names.text.file, mediaType: .plainText,
                bytes: Array(letter.text.utf8)),
            Artifact(
                role: .form, fileName: ArtifactFileName("form.json"), mediaType: .json, bytes: form.json()),
        ]
        doubts = plan.doubts + (plan.kind.isForBank ? [] : Self.claimDoubts(of: plan.claim))
    }

    /// Those of the letter to the seller, without what a referral doubts itself or does not say.
    private static func claimDoubts(of claim: LetterPlan) -> [Doubt] {
        claim.doubts.map { $0.told(of: .referral) }.filter { doubt in
            switch doubt {
            case .orderNumberUnknown, .amountUnknown, .choiceOpen: false
            default: true  // tidy-allow: whatever else a letter to the seller doubts
            }
        }
    }
}
