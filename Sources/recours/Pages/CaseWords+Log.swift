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
        default:  // tidy-allow: an open set of names
            guard let delivery = DeliveryLogEntry(entry) else { return entry.kind.text }
            let what = "\(delivery.delivery), \(vocabulary.name(of: delivery.channel))"
            return labelled(what, name(of: delivery.state.kind))
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
