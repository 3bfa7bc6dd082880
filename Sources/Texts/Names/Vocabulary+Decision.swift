public import ContactRouting

extension Vocabulary {
    /// What the decision comes to, as a heading.
    public func name(of outcome: Decision.Outcome) -> String {
        switch outcome {
        case .contact: say("à faire maintenant", "to do now")
        case .wait: say("attendre", "wait")
        case .none: say("plus de recours", "no recourse left")
        }
    }

    /// The answer about a channel that was asked for.
    public func name(of answer: AskedAnswer.Answer) -> String {
        switch answer {
        case .yes: say("oui", "yes")
        case .notYet: say("pas encore", "not yet")
        case .noLonger: say("plus maintenant", "no longer")
        case .never: say("non", "no")
        }
    }

    /// A right or a time.
    public func name(of right: RightName) -> String {
        switch right {
        case .withdrawal: say("droit de rétractation", "right of withdrawal")
        case .goodsReturn: say("renvoi du produit", "sending the goods back")
        case .merchantReturn: say("retour accepté par l’entreprise", "return accepted by the company")
        case .delivery: say("livraison", "delivery")
        case .refundAfterWithdrawal: say("remboursement après rétractation", "refund after withdrawal")
        case .refundAfterTermination:
            say("remboursement après la fin du contrat", "refund after the end of the contract")
        case .refundAfterReturn: say("remboursement après retour", "refund after the return")
        case .repair: say("réparation ou remplacement", "repair or replacement")
        case .conformityGuarantee: say("garantie légale de conformité", "legal guarantee of conformity")
        case .defectPresumption: say("preuve à la charge du vendeur", "proof on the seller")
        case .hiddenDefects: say("garantie des vices cachés", "guarantee against hidden defects")
        case .marketplaceGuarantee: say("garantie du site", "site’s guarantee")
        case .mediation: say("saisie du médiateur", "going to the mediator")
        case .mediationOutcome: say("réponse du médiateur", "mediator’s answer")
        case .eccNet: say("Centre européen des consommateurs", "European Consumer Centre")
        case .smallClaims: say("tribunal sans avocat", "court without a lawyer")
        case .limitation: say("prescription", "limitation")
        case .unauthorisedPayment: say("contestation d’un débit non autorisé", "unauthorised payment claim")
        }
    }

    /// A kind of step.
    public func name(of rung: Rung) -> String {
        switch rung {
        case .wall: say("protection immédiate", "immediate protection")
        case .informal: say("premier contact", "first contact")
        case .guarantee: say("garantie du site", "site’s guarantee")
        case .formal: say("réclamation écrite ou mise en demeure", "written complaint or formal notice")
        case .mediation: say("médiation", "mediation")
        case .conciliation: say("conciliation", "conciliation")
        case .court: say("tribunal", "court")
        case .beside: say("aide et signalement", "advice and reports")
        }
    }

    /// How much work a channel is; an estimate of the program's own.
    public func name(of effort: Effort) -> String {
        switch effort {
        case .low: say("peu d’efforts", "little effort")
        case .medium: say("effort moyen", "some effort")
        case .high: say("effort important", "much effort")
        }
    }

    /// How much a channel proves.
    public func name(of evidence: EvidenceGrade) -> String {
        switch evidence {
        case .none: say("aucune preuve", "no proof")
        case .trace: say("une copie à garder vous-même", "a copy that you keep yourself")
        case .dated: say("une trace datée", "a dated record")
        case .opposable: say("une preuve solide", "solid proof")
        }
    }

    /// A part of a score.
    public func name(of term: ScoreTermName) -> String {
        switch term {
        case .stage: say("étape de la démarche", "stage of the steps")
        case .proof: say("preuve", "proof")
        case .timeToAnswer: say("délai de réponse", "time to an answer")
        case .cost: say("coût", "cost")
        case .effort: say("effort", "effort")
        case .solvesAlone: say("suffit à lui seul", "enough by itself")
        case .language: say("langue", "language")
        case .confidence: say("fiabilité des informations", "reliability of the facts")
        case .staleFacts: say("informations anciennes", "old facts")
        case .alreadyTried: say("déjà essayé", "already tried")
        case .weekend: say("week-end chargé", "busy weekend")
        case .rightEndsSoon: say("délai proche", "right ends soon")
        case .secondaryRemedy: say("solution de second choix", "second-best remedy")
        case .orderOnRung: say("rang dans l’étape", "place within the stage")
        case .preferred: say("votre préférence", "your preference")
        }
    }
}
