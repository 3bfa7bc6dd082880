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
    /// Whether the best step can be prepared from the case as it stands.
    let isReady: Bool
    let registry: ChannelRegistry
    let language: Language

    func write(to page: inout Page) {
        let lines = lines
        guard !lines.isEmpty else { return }
        page.blankLine()
        for line in lines { page.advice(line, indent: 0) }
    }

    private var lines: [String] {
        let words = CaseWords(language, zone: stored.zone)
        return stored.leftOut.flatMap { words.leftOut($0) } + step(words)
    }

    private func step(_ words: CaseWords) -> [String] {
        if let underway = stored.underway(of: decision) {
            return DeliveryWords(language, zone: stored.zone, now: decision.decidedAt).underway(underway)
        }
        guard stored.record.summary.isOpen, let best = decision.best, let plugin = registry[best.channel]
        else { return [] }
        guard isReady else { return [words.complete(stored.reference)] }
        let channel = best.channel
        let further = best.missing.isEmpty ? [] : [words.completeIfKnown(stored.reference)]
        guard plugin is any PersonOperatedPlugin else {
            return [words.send(stored.reference, channel, isAgain: ordered.contains(channel))] + further
        }
        return words.doYourself(stored.reference, channel) + further
    }
}

extension CaseWords {
    fileprivate func complete(_ reference: CaseReference) -> String {
        say(
            "La suite : complétez le fichier du dossier, puis recours case update \(reference) FICHIER",
            "Next: complete the file of the case, then recours case update \(reference) FILE")
    }

    /// What is missing is no reason to wait.
    fileprivate func completeIfKnown(_ reference: CaseReference) -> String {
        say(
            "Si vous avez ce qui manque : recours case update \(reference) FICHIER",
            "If you have what is missing: recours case update \(reference) FILE")
    }

    /// Why a channel is not proposed although it served before, and what brings it back: a line each.
    fileprivate func leftOut(_ left: LeftOutChannel) -> [String] {
        let name = vocabulary.name(of: left.channel)
        let (reference, delivery) = (left.delivery.caseReference, left.delivery.reference)
        switch left.reason {
        case .recipientRefused:
            return [
                say(
                    "Laissé de côté : \(name), parce que le destinataire y est refusé (envoi \(delivery)).",
                    "Left out: \(name), because the recipient is refused there (delivery \(delivery))."),
                say(
                    "Si vous avez une autre adresse : recours case update \(reference) FICHIER",
                    "If you have another address: recours case update \(reference) FILE"),
            ]
        case .notDone:
            return [
                say(
                    "Laissé de côté : \(name), parce que l’envoi \(delivery) n’a pas pu se faire ainsi.",
                    "Left out: \(name), because delivery \(delivery) could not be done this way."),
                say(
                    "Pour y revenir : recours send \(reference) --channel \(left.channel) --again",
                    "To come back to it: recours send \(reference) --channel \(left.channel) --again"),
            ]
        }
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
