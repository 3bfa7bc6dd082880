public import ChannelPluginKit
internal import ContactRouting
internal import Texts

extension ReferralWriter {
    /// Writes the referral of a preparation.
    ///
    /// - Parameter needs: facts that the channel cannot do without, and whether they are known; the person's name and
    ///   address are always needed.
    /// - Throws: `ChannelError.missing` with every missing fact at once; `.overLimit` and `.unusable` for facts that a
    ///   paper cannot carry; `.preparationFailed` when the request has no plan or a template is at fault.
    public func write(
        for request: PreparationRequest, needing needs: [(field: RequestField, isKnown: Bool)] = []
    ) throws(ChannelError) -> Letter {
        guard let plan = request.referral else {
            throw .preparationFailed(
                channel: request.channel, reason: "the request carries no plan of a referral")
        }
        let consumer = request.contactCase.consumer
        var missing: [RequestField] = []
        if consumer.name == nil { missing.append("consumer.name") }
        if consumer.address == nil { missing.append("consumer.address") }
        missing += needs.filter { !$0.isKnown }.map(\.field)
        missing += plan.missingFacts(in: request.contactCase)
        guard missing.isEmpty, let name = consumer.name?.reveal() else {
            throw .missing(channel: request.channel, fields: missing)
        }
        var correspondents = LetterParties(
            senderName: name, senderAddress: consumer.address?.reveal(),
            senderEmail: consumer.email?.reveal(), senderPhone: request.phone?.nationalForm,
            recipientName: request.recipient.name, recipientAddress: request.recipient.address)
        correspondents.signature = try SignaturePicture.of(name, in: request)
        do {
            return try write(
                plan, for: request.contactCase,
                between: ReferralParties(correspondents: correspondents, trader: request.trader))
        } catch {
            throw ChannelError(error, in: request)
        }
    }
}
