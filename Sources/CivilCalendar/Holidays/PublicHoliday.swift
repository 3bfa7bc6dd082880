/// A public holiday of France, of one of its regions or of a neighbouring country.
///
/// What day it is, and by which text, depends on the place: see ``PublicHolidays``.
public enum PublicHoliday: String, CaseIterable, Hashable, Sendable {
    case newYearsDay
    case epiphany
    case midLent
    case goodFriday
    case easterMonday
    case liberationDay
    case labourDay
    case victoryDay
    case europeDay
    case ascensionDay
    case whitMonday
    case republicDay
    case nationalDay
    case victorSchoelcherDay
    case assumption
    case germanUnityDay
    case saintFrancisDay
    case allSaintsDay
    case armisticeDay
    case constitutionDay
    case immaculateConception
    case christmasDay
    case saintStephensDay
    case abolitionOfSlavery

    /// The holiday's name in English.
    public var englishName: String {
        switch self {
        case .newYearsDay: "New Year's Day"
        case .epiphany: "Epiphany"
        case .midLent: "Mid-Lent"
        case .goodFriday: "Good Friday"
        case .easterMonday: "Easter Monday"
        case .liberationDay: "Liberation Day"
        case .labourDay: "Labour Day"
        case .victoryDay: "Victory in Europe Day"
        case .europeDay: "Europe Day"
        case .ascensionDay: "Ascension Day"
        case .whitMonday: "Whit Monday"
        case .republicDay: "Republic Day"
        case .nationalDay: "National Day"
        case .victorSchoelcherDay: "Victor Schœlcher Day"
        case .assumption: "Assumption Day"
        case .germanUnityDay: "German Unity Day"
        case .saintFrancisDay: "Saint Francis of Assisi"
        case .allSaintsDay: "All Saints' Day"
        case .armisticeDay: "Armistice Day"
        case .constitutionDay: "Constitution Day"
        case .immaculateConception: "Immaculate Conception"
        case .christmasDay: "Christmas Day"
        case .saintStephensDay: "Saint Stephen's Day"
        case .abolitionOfSlavery: "Abolition of Slavery"
        }
    }

    /// The holiday's name in French.
    public var frenchName: String {
        switch self {
        case .newYearsDay: "Jour de l’an"
        case .epiphany: "Épiphanie"
        case .midLent: "Mi-carême"
        case .goodFriday: "Vendredi saint"
        case .easterMonday: "Lundi de Pâques"
        case .liberationDay: "Fête de la Libération"
        case .labourDay: "Fête du Travail"
        case .victoryDay: "Victoire de 1945"
        case .europeDay: "Journée de l’Europe"
        case .ascensionDay: "Ascension"
        case .whitMonday: "Lundi de Pentecôte"
        case .republicDay: "Fête de la République"
        case .nationalDay: "Fête nationale"
        case .victorSchoelcherDay: "Fête de Victor Schœlcher"
        case .assumption: "Assomption"
        case .germanUnityDay: "Jour de l’Unité allemande"
        case .saintFrancisDay: "Saint François d’Assise"
        case .allSaintsDay: "Toussaint"
        case .armisticeDay: "Armistice de 1918"
        case .constitutionDay: "Jour de la Constitution"
        case .immaculateConception: "Immaculée Conception"
        case .christmasDay: "Noël"
        case .saintStephensDay: "Saint-Étienne"
        case .abolitionOfSlavery: "Abolition de l’esclavage"
        }
    }
}
