import Assembly
import CaseFlow
import CaseFormat
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Digests
import Texts

/// Makes one case ready to go out, as it was asked for on the command line.
struct CasePreparation {
    let desk: Desk
    /// Nil takes the best.
    let channel: ChannelName?
    let attachLetter: Bool
    /// Whether a paper for a third party has the attachments inside.
    let carriesAttachments: Bool
    let isDraft: Bool
    /// Nil follows what the recipient reads.
    let letterLanguage: Language?
    /// Nil follows the case.
    let language: Language?

    /// The name of a delivery in a stored case; nil makes one from case, channel and moment.
    var reference: DeliveryReference?
    /// The most that the delivery may cost; nil for no limit.
    var priceMax: Money?

    /// What was made, before it is written anywhere.
    struct Ready {
        let prepared: PreparedDelivery
        let decision: Decision
        /// The bytes of `prepared.json`, without a line end.
        let index: [UInt8]
        /// Says it to the person.
        let phrasebook: Phrasebook

        var files: [PreparedFile] { PreparedFile.all(of: prepared, index: index) }
    }

    /// Decides the case and prepares it.
    ///
    /// - Parameter folder: where the case's attachments lie.
    /// - Throws: `CommandFailure` with the reasons in the person's words.
    func prepare(_ loaded: LoadedCase, at now: Instant, attachmentsIn folder: String) async throws -> Ready {
        let facts = loaded.facts
        let decision = try desk.decide(facts, at: now)
        let reader = language ?? facts.consumer.effectiveLanguage
        let files = AttachedFiles(folder: folder)
        let wishes = PreparationWishes(
            attachLetter: attachLetter, carriesAttachments: carriesAttachments,
            attachments: try files.read(facts.attachments),
            signature: try files.signature(facts.consumer.signature), draft: isDraft,
            letterLanguage: letterLanguage, priceMax: priceMax)
        let prepared: PreparedDelivery
        do throws(CaseFlowError) {
            prepared = try await desk.program.preparing.prepare(
                loaded, decision: decision, through: channel, wishes: wishes, language: reader,
                reference: reference)
        } catch {
            throw try explained(error, of: decision, facts: facts)
        }
        let zone = try desk.flow { try desk.program.deciding.zone(of: facts) }
        do throws(DigestError) {
            let wording = Explaining(
                decision, of: facts, in: desk.program.directory.directory, zone: zone, language: reader)
            let index = try PreparedWriter().json(
                prepared, wording: wording, preparedAt: now, zone: zone)
            return Ready(prepared: prepared, decision: decision, index: index, phrasebook: wording.phrasebook)
        } catch {
            throw CommandFailure(.unavailable, error.description)
        }
    }

    /// A refusal in the reader's words: the objections, the moment to wait for, or what is missing.
    private func explained(
        _ error: CaseFlowError, of decision: Decision, facts: ContactCase
    ) throws -> CommandFailure {
        let zone = try desk.flow { try desk.program.deciding.zone(of: facts) }
        let phrasebook = Explaining(
            decision, of: facts, in: desk.program.directory.directory, zone: zone, language: language
        ).phrasebook
        switch error {
        case .refused(let channel):
            let why = channel.objections.map { phrasebook.text(of: $0, on: channel.offer) }.joined(
                separator: " ")
            return CommandFailure(.refused, "\(channel.channel): \(why)")
        case .nothingToPrepare(let decision):
            return CommandFailure(.refused, phrasebook.explanation(of: decision))
        case .plugin(.missing(let channel, let fields)):
            let questions = fields.map { field in
                let question =
                    switch field.part {
                    case .sum: phrasebook.questionForSum(in: field.path)
                    case nil: FactPath(rawValue: field.path).map { phrasebook.question(for: $0) }
                    }
                return "\n  \(field.path)" + (question.map { ": \($0)" } ?? "")
            }
            return CommandFailure(.refused, "\(channel):\(questions.joined())")
        case .timeZones, .digests, .outOfDate, .notOffered, .noPlugin, .plugin, .notReplayable, .store,
            .outbox,
            .unreadable, .report, .otherReference:
            return CommandFailure(error)
        }
    }
}
