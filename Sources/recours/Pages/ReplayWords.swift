import CaseFormat
import ContactRouting
import Texts

/// The words of the page about a decision that was made again, in French and English.
struct ReplayWords: Typographic {
    let vocabulary: Vocabulary

    var language: Language { vocabulary.language }

    /// A label before its text, with the colon of the language.
    func labelled(_ label: String) -> String { say("\(label) : ", "\(label): ") }

    func title(_ moment: String) -> String {
        say("Décision du \(moment), prise à nouveau", "Decision of \(moment), made again")
    }

    var outcome: String { say("Réponse", "Answer") }
    var channels: String { say("Canaux", "Channels") }
    var deadlines: String { say("Délais", "Time limits") }
    var others: String { say("Suite et question", "Next steps and question") }
    var before: String { say("avant", "before") }
    var today: String { say("aujourd’hui", "today") }
    var inputs: String { say("Ce qui n’est plus le même", "What is not the same any more") }
    var cause: String { say("Pourquoi", "Why") }
    var absent: String { say("rien", "nothing") }
    var usable: String { say("possible", "possible") }
    var refused: String { say("refusé", "refused") }
    var arrow: String { " → " }

    var nothingChanged: String {
        say("Rien n’a changé : la décision est la même.", "Nothing changed: the decision is the same.")
    }

    func changed(_ count: Int) -> String {
        say(
            count == 1 ? "Un point a changé." : "\(count) points ont changé.",
            count == 1 ? "One thing changed." : "\(count) things changed.")
    }

    var sameAnswer: String { say("La réponse reste la même.", "The answer stays the same.") }

    // MARK: Causes

    func name(of input: DecisionInput, from old: String, to new: String) -> String {
        switch input {
        case .caseFile: say("le dossier (il a été modifié)", "the case (it was changed)")
        case .directory: say("l’annuaire channels.json", "the directory channels.json")
        case .rules:
            say(
                "les règles du programme : droits, canaux, pondération",
                "the program’s rules: rights, channels, weights")
        case .program:
            say("la version du programme : \(old) → \(new)", "the program’s version: \(old) → \(new)")
        }
    }

    func why(_ causes: [DecisionInput], changes: Int) -> String {
        switch (causes.count, changes) {
        case (0, 0):
            say(
                "Le dossier, l’annuaire, les règles et la version du programme sont les mêmes.",
                "The case, the directory, the rules and the version of the program are the same.")
        case (0, _):
            say(
                "Le dossier, l’annuaire, les règles et la version du programme sont pourtant les mêmes : le fichier de la décision a été modifié, ou le programme l’a été sans changer de version.",
                "And yet the case, the directory, the rules and the version of the program are the same: the file of the decision was edited, or the program was without a new version."
            )
        case (_, 0):
            say(
                "Ce qui diffère n’a aucun effet sur cette décision.",
                "What differs has no effect on this decision.")
        case (1, _): single(causes[0])
        default:  // tidy-allow: numbers
            say(
                "Plusieurs causes sont possibles, et les deux décisions ne suffisent pas à trancher : refaites la comparaison avec l’ancien dossier, ou avec l’ancien annuaire (--directory).",
                "Several causes are possible, and the two decisions cannot tell which: compare again with the earlier case, or with the earlier directory (--directory)."
            )
        }
    }

    private func single(_ cause: DecisionInput) -> String {
        switch cause {
        case .caseFile: say("Le dossier a été modifié.", "The case was changed.")
        case .directory:
            say(
                "L’annuaire a été modifié ; la source est indiquée à côté de chaque changement.",
                "The directory was changed; the source stands beside each change.")
        case .rules:
            say(
                "Les règles du programme ont changé : la loi ou la pondération.",
                "The program’s rules changed: the law or the weights.")
        case .program: say("C’est une autre version du programme.", "It is another version of the program.")
        }
    }

    func leftOut(_ count: Int) -> String {
        say(
            count == 1
                ? "Une démarche du dossier est plus récente que la décision : elle n’a pas été prise en compte."
                : "\(count) démarches du dossier sont plus récentes que la décision : elles n’ont pas été prises en compte.",
            count == 1
                ? "One contact of the case is later than the decision: it was left out."
                : "\(count) contacts of the case are later than the decision: they were left out.")
    }

    func source(_ text: String) -> String { say(", selon \(text)", ", by \(text)") }

    // MARK: Changes of a channel

    var isUsableNow: String { say("était refusé, est possible", "was refused, is possible") }
    var isRefusedNow: String { say("était possible, est refusé", "was possible, is refused") }
    var isNew: String { say("n’existait pas dans la décision", "was not in the decision") }
    var isGone: String { say("n’existe plus", "is no longer there") }
    var score: String { say("points", "points") }
    var scoreWhenOpen: String { say("points à l’ouverture", "points when it opens") }
    var availability: String { say("ouverture", "opening") }
    var usableFrom: String { say("possible à partir de", "possible from") }
    var added: String { say("nouvelle objection", "new objection") }
    var removed: String { say("objection levée", "objection gone") }
    var altered: String { say("objection modifiée", "objection changed") }

    func alsoChanged(_ details: [ChannelDetail]) -> String {
        say("aussi modifié : ", "also changed: ") + details.map(name).joined(separator: ", ")
    }

    private func name(of detail: ChannelDetail) -> String {
        switch detail {
        case .expectedAnswer: say("délai de réponse", "time to an answer")
        case .cost: say("coût", "cost")
        case .evidence: say("preuve", "proof")
        case .effort: say("effort", "effort")
        case .endpoints: say("coordonnées", "addresses")
        case .missing: say("ce qui manque", "what is missing")
        case .reasons: say("raisons", "reasons")
        case .facts: say("sources", "sources")
        }
    }

    func name(of state: String) -> String {
        switch state {
        case "open": say("ouvert", "open")
        case "closed": say("fermé", "closed")
        default: say("horaires inconnus", "hours unknown")  // tidy-allow: names of a file are an open set
        }
    }

    // MARK: Time limits and the rest

    var lastDay: String { say("dernier jour", "last day") }
    var safeLastDay: String { say("dernier jour sûr", "safe last day") }
    var opens: String { say("à partir de", "from") }
    var closes: String { say("jusqu’à", "until") }
    var sourceOf: String { say("source", "source") }
    var newDeadline: String { say("nouveau délai", "new time limit") }
    var goneDeadline: String { say("délai disparu", "time limit gone") }
    var next: String { say("la suite", "what comes next") }
    var asked: String { say("votre question", "your question") }
}
