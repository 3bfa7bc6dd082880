import CaseFlow
import CaseStore
import ChannelPluginKit
import ContactRouting
import Texts

/// The command by which the best step of a stored case is taken, or the delivery by which it is under way.
struct GoingOnPart {
    let stored: StoredCase
    let decision: Decision
    /// Channels whose order was given before, so that another one is asked for.
    let ordered: Set<ChannelName>
    let registry: ChannelRegistry
    let language: Language

    func write(to page: inout Page) {
        let lines = lines
        guard !lines.isEmpty else { return }
        page.blankLine()
        for line in lines { page.advice(line, indent: 0) }
    }

    private var lines: [String] {
        if let underway = stored.underway(of: decision) {
            return DeliveryWords(language, zone: stored.zone, now: decision.decidedAt).underway(underway)
        }
        guard stored.record.summary.isOpen, let best = decision.best, let plugin = registry[best.channel]
        else { return [] }
        let words = CaseWords(language, zone: stored.zone)
        guard best.missing.isEmpty else { return [words.complete(stored.reference)] }
        let channel = best.channel
        guard plugin is any PersonOperatedPlugin else {
            return [words.send(stored.reference, channel, isAgain: ordered.contains(channel))]
        }
        return words.doYourself(stored.reference, channel)
    }
}

extension CaseWords {
    fileprivate func complete(_ reference: CaseReference) -> String {
        say(
            "La suite : complétez le fichier du dossier, puis recours case update \(reference) FICHIER",
            "Next: complete the file of the case, then recours case update \(reference) FILE")
    }

    fileprivate func send(_ reference: CaseReference, _ channel: ChannelName, isAgain: Bool) -> String {
        let command = "recours send \(reference) --channel \(channel)" + (isAgain ? " --again" : "")
        return say("La suite : \(command)", "Next: \(command)")
    }

    /// What only the person can do: what is prepared for it, and how it is told.
    fileprivate func doYourself(_ reference: CaseReference, _ channel: ChannelName) -> [String] {
        let prepare = "recours prepare \(reference) --channel \(channel) --out"
        let did = "recours case did \(reference) --channel \(channel) --outcome"
        return [
            say("La suite : \(prepare) DOSSIER", "Next: \(prepare) FOLDER"),
            say("Puis dites ce qu’il en est : \(did) RÉSULTAT", "Then say what came of it: \(did) OUTCOME"),
        ]
    }
}
