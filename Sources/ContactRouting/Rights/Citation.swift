/// A text that grants, limits or counts: cited in decisions and letters.
///
/// The number of an article says nothing of its wording; which wording is in force when is in ``RightRule``.
public enum Citation: String, Hashable, Sendable, CaseIterable {
    case consoL2161 = "C. conso. L216-1"
    case consoL2167 = "C. conso. L216-7"
    case consoL2173 = "C. conso. L217-3"
    case consoL21710 = "C. conso. L217-10"
    case consoL21713 = "C. conso. L217-13"
    case consoL21717 = "C. conso. L217-17"
    case consoL2215 = "C. conso. L221-5"
    case consoL22118 = "C. conso. L221-18, L221-19"
    case consoL22120 = "C. conso. L221-20"
    case consoL22121 = "C. conso. L221-21"
    case consoL22124 = "C. conso. L221-24"
    case consoL22128 = "C. conso. L221-28"
    case consoL6113 = "C. conso. L611-3"
    case consoL6122 = "C. conso. L612-2"
    case consoL6161 = "C. conso. L616-1"
    case consoR6125 = "C. conso. R612-5"
    case cpc7501 = "CPC art. 750-1"
    case cpc1536 = "CPC art. 1536"
    case civil1344 = "C. civ. art. 1344"
    case cmfL13324 = "CMF L133-24"
    case eccNetRules = "ECC-Net"
}
