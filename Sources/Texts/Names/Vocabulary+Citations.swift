public import ContactRouting

extension Vocabulary {
    /// A text of law in words: `art. L612-2 du code de la consommation`, `French Consumer Code, art. L612-2`.
    public func name(of citation: Citation) -> String {
        switch citation {
        case .consoL2161: consumerCode("L216-1")
        case .consoL2167: consumerCode("L216-7")
        case .consoL2173: consumerCode("L217-3")
        case .consoL2177: consumerCode("L217-7")
        case .consoL21710: consumerCode("L217-10")
        case .consoL21713: consumerCode("L217-13")
        case .consoL21717: consumerCode("L217-17")
        case .consoL2215: consumerCode("L221-5")
        case .consoL22118:
            say(
                "art. L221-18 et L221-19 du code de la consommation",
                "French Consumer Code, art. L221-18 and L221-19")
        case .consoL22119: consumerCode("L221-19")
        case .consoL22120: consumerCode("L221-20")
        case .consoL22121: consumerCode("L221-21")
        case .consoL22123: consumerCode("L221-23")
        case .consoL22124: consumerCode("L221-24")
        case .consoL22128: consumerCode("L221-28")
        case .consoL6113: consumerCode("L611-3")
        case .consoL6122: consumerCode("L612-2")
        case .consoL6161: consumerCode("L616-1")
        case .consoR6125: consumerCode("R612-5")
        case .cpc7501: civilProcedure("750-1")
        case .cpc1536: civilProcedure("1536")
        case .civil1344: civilCode("1344")
        case .civil1648: civilCode("1648")
        case .civil2224: civilCode("2224")
        case .cmfL13324:
            say(
                "art. L133-24 du code monétaire et financier",
                "French Monetary and Financial Code, art. L133-24")
        case .eccNetRules:
            say(
                "règles du réseau des Centres européens des consommateurs",
                "rules of the European Consumer Centres Network")
        }
    }

    private func consumerCode(_ article: String) -> String {
        say("art. \(article) du code de la consommation", "French Consumer Code, art. \(article)")
    }

    private func civilCode(_ article: String) -> String {
        say("art. \(article) du code civil", "French Civil Code, art. \(article)")
    }

    private func civilProcedure(_ article: String) -> String {
        say("art. \(article) du code de procédure civile", "French Code of Civil Procedure, art. \(article)")
    }
}
