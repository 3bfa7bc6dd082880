import CivilCalendar
import ContactRouting
import Texts

/// The labels of the terminal's pages, in French and English.
struct Headings: Bilingual {
    private let vocabulary: Vocabulary

    init(_ language: Language) { vocabulary = Vocabulary(language) }

    var language: Language { vocabulary.language }

    var nothing: String { say("Aucune démarche utile", "No step that would help") }
    var how: String { say("Comment faire", "How to do it") }
    var why: String { say("Pourquoi", "Why") }
    var note: String { say("À savoir", "Good to know") }
    var cost: String { say("Coût", "Cost") }
    var evidence: String { say("Preuve", "Proof") }
    var answer: String { say("Réponse", "Answer") }
    var source: String { say("Source", "Source") }
    var missing: String { say("Il manque", "Missing") }
    var asked: String { say("Votre question", "Your question") }
    var others: String { say("Aussi possible", "Also possible") }
    var deadlines: String { say("Délais", "Time limits") }
    var refused: String { say("Pas maintenant, et pourquoi", "Not now, and why") }
    var next: String { say("Et après", "What comes next") }
    var questions: String { say("Ce qu’il serait utile de savoir", "What would be good to know") }
    var flips: String { say("Ce qui changerait la réponse", "What would change the answer") }
    var score: String { say("Points", "Points") }
    var total: String { say("Total", "Total") }
    var prepared: String { say("Prêt dans", "Ready in") }
    var doubts: String { say("À vérifier", "To check") }
    var afterwards: String { say("Ensuite", "Afterwards") }

    func wait(until moment: String) -> String { say("Attendre jusqu’au \(moment)", "Wait until \(moment)") }

    /// A label before its text, with the colon of the language.
    func labelled(_ label: String) -> String { say("\(label)\u{A0}: ", "\(label): ") }

    /// What a fact rests on, and when it was checked.
    func source(_ source: Source, on day: CivilDay) -> String {
        let checked = vocabulary.checked(source, today: day)
        return source.title.map { "\($0) (\(checked))" } ?? checked
    }

    func label(of address: Endpoint.Address) -> String {
        switch address {
        case .url: say("Page", "Page")
        case .tel: say("Téléphone", "Phone")
        case .email: say("Adresse", "Address")
        case .post: say("Adresse", "Address")
        case .handle: say("Compte", "Account")
        case .menu: say("Chemin", "Menu path")
        }
    }

    func value(of address: Endpoint.Address, _ formats: Formats) -> String {
        switch address {
        case .url(let link): link.text
        case .tel(let number): formats.phone(number)
        case .email(let address): address.text
        case .post(let address): address.lines.map(\.text).joined(separator: ", ")
        case .handle(let handle): handle
        case .menu(let path): path
        }
    }
}
