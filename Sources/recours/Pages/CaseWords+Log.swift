import CaseFlow
import CaseFormat
import CaseStore
import ContactRouting
import JSONText
import Outbox
import Texts

extension CaseWords {
    /// An entry of the log in one sentence.
    ///
    /// - Parameter reader: reads the contacts in it.
    func sentence(of entry: LogEntry, _ reader: CaseReader) -> String {
        switch entry.kind {
        case .opened: return say("dossier ouvert", "case opened")
        case .factsChanged:
            let names = Self.texts("changed", in: entry).joined(separator: ", ")
            return names.isEmpty
                ? say("faits modifiés", "facts changed")
                : labelled(say("faits modifiés", "facts changed"), names)
        case .contact:
            guard let payload = entry.payload?.reveal(), let contact = try? reader.contactEntry(payload)
            else {
                return say("contact", "contact")
            }
            return sentence(of: contact)
        case .contactWithdrawn:
            let number = Self.value("entry", in: entry)?.int.map { " \($0)" } ?? ""
            return say("entrée\(number) reprise", "entry\(number) taken back")
        case .closed: return noted(say("dossier clos", "case closed"), entry)
        case .reopened: return noted(say("dossier rouvert", "case opened again"), entry)
        case .forgotten: return say("dossier effacé", "case forgotten")
        case .exported: return say("dossier exporté", "case exported")
        case .reminder: return ReminderEntry(entry).map(sentence) ?? say("rappel", "reminder")
        case .stepDrafted: return DraftEntry(entry).map(sentence) ?? say("brouillon", "draft")
        case .delayed:
            return DelayEntry(entry).map { AgendaWords(language).delayed($0, in: zone) }
                ?? say("envoi en retard", "delivery delayed")
        default:  // tidy-allow: an open set of names
            guard let delivery = DeliveryLogEntry(entry) else { return erased(entry) }
            let what = "\(delivery.delivery), \(vocabulary.name(of: delivery.channel))"
            return labelled(what, state(delivery.state, at: entry.at))
        }
    }

    /// An entry about a delivery of which only its kind is left.
    private func erased(_ entry: LogEntry) -> String {
        guard entry.kind.text.hasPrefix("delivery-"),
            let kind = DeliveryState.Kind(rawValue: String(entry.kind.text.dropFirst("delivery-".count)))
        else { return entry.kind.text }
        return labelled(
            say("envoi", "delivery"), DeliveryWords(language, zone: zone, now: entry.at).name(of: kind))
    }

    private func sentence(of reminder: ReminderEntry) -> String {
        var words = labelled(say("rappel", "reminder"), subject(of: reminder.item))
        if let day = reminder.day {
            words += say(", dernier jour le \(formats.date(day))", ", last day \(formats.date(day))")
        }
        return reminder.isLate ? words + say(" (en retard)", " (late)") : words
    }

    /// What an item of the agenda is about: the right or the channel that its name holds.
    private func subject(of item: String) -> String {
        let parts = item.split(separator: "/").map(String.init)
        guard parts.count > 1 else { return item }
        if parts[0] == "right" {
            return RightName(rawValue: parts[1]).map { vocabulary.name(of: $0) } ?? parts[1]
        }
        return (try? ChannelName(parsing: parts[1])).map { vocabulary.name(of: $0) } ?? parts[1]
    }

    private func sentence(of draft: DraftEntry) -> String {
        switch draft {
        case .step(let channel):
            let name = vocabulary.name(of: channel)
            return labelled(say("prochaine démarche préparée en brouillon", "next step drafted"), name)
        case .withdrawal(let delivery):
            return say(
                "rendez-vous de \(delivery) retiré de l’agenda",
                "appointment of \(delivery) taken out of the calendar")
        }
    }

    private func noted(_ what: String, _ entry: LogEntry) -> String {
        guard let note = Self.value("note", in: entry)?.string else { return what }
        return labelled(what, note)
    }

    private static func value(_ key: StaticString, in entry: LogEntry) -> JSONValue? {
        guard let payload = entry.payload?.reveal(), let document = try? JSONDocument(parsing: payload) else {
            return nil
        }
        return document.root[key]
    }

    private static func texts(_ key: StaticString, in entry: LogEntry) -> [String] {
        value(key, in: entry)?.elements?.compactMap(\.string) ?? []
    }
}
