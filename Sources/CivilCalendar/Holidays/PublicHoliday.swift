/// A public holiday of France or one of its regions.
///
/// - Source: code du travail, article L3133-1; L3134-13 for Alsace-Moselle; decree 83-1003 and
///   code du travail L3422-2 for the days on which slavery was abolished.
public enum PublicHoliday: String, CaseIterable, Hashable, Sendable {
    case newYearsDay
    case goodFriday
    case easterMonday
    case labourDay
    case victoryDay
    case ascensionDay
    case whitMonday
    case nationalDay
    case assumption
    case allSaintsDay
    case armisticeDay
    case christmasDay
    case saintStephensDay
    case abolitionOfSlavery

    /// The holiday's name in English.
    public var englishName: String {
        switch self {
        case .newYearsDay: "New Year's Day"
        case .goodFriday: "Good Friday"
        case .easterMonday: "Easter Monday"
        case .labourDay: "Labour Day"
        case .victoryDay: "Victory in Europe Day"
        case .ascensionDay: "Ascension Day"
        case .whitMonday: "Whit Monday"
        case .nationalDay: "National Day"
        case .assumption: "Assumption Day"
        case .allSaintsDay: "All Saints' Day"
        case .armisticeDay: "Armistice Day"
        case .christmasDay: "Christmas Day"
        case .saintStephensDay: "Saint Stephen's Day"
        case .abolitionOfSlavery: "Abolition of Slavery"
        }
    }

    /// The holiday's name in French.
    public var frenchName: String {
        switch self {
        case .newYearsDay: "Jour de l’an"
        case .goodFriday: "Vendredi saint"
        case .easterMonday: "Lundi de Pâques"
        case .labourDay: "Fête du Travail"
        case .victoryDay: "Victoire de 1945"
        case .ascensionDay: "Ascension"
        case .whitMonday: "Lundi de Pentecôte"
        case .nationalDay: "Fête nationale"
        case .assumption: "Assomption"
        case .allSaintsDay: "Toussaint"
        case .armisticeDay: "Armistice de 1918"
        case .christmasDay: "Noël"
        case .saintStephensDay: "Saint-Étienne"
        case .abolitionOfSlavery: "Abolition de l’esclavage"
        }
    }
}
