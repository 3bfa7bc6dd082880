public import ContactRouting

extension Vocabulary {
    /// An objection as a short label: `trop tôt`.
    public func name(of code: ObjectionCode) -> String {
        switch code {
        case .closed: say("fermé", "closed")
        case .hoursUnknown: say("horaires inconnus", "hours unknown")
        case .tooEarly: say("trop tôt", "too early")
        case .tooLate: say("trop tard", "too late")
        case .alreadyTried: say("déjà fait", "done already")
        case .needsLogin: say("demande d’être connecté", "needs signing in")
        case .voiceImpossible: say("demande de parler", "needs a voice call")
        case .wrongSeller: say("pas le bon interlocuteur", "the wrong party")
        case .notOffered: say("non proposé", "not offered")
        case .serviceClosed: say("service fermé", "service closed")
        case .writtenComplaintMissing: say("réclamation écrite d’abord", "a written complaint first")
        case .blockedBy: say("une autre étape d’abord", "another step first")
        case .outOfScope: say("pas compétent", "not competent")
        case .disproportionate: say("une étape plus légère d’abord", "a lighter step first")
        case .avoided: say("écarté par vous", "excluded by you")
        case .evidenceTooWeak: say("preuve trop faible", "proof too weak")
        case .professional: say("réservé aux consommateurs", "for consumers only")
        case .unsafe: say("adresse peu sûre", "unsafe address")
        case .factUnknown: say("information manquante", "a fact is missing")
        }
    }
}
