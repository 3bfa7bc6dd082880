import CivilCalendar

/// The smallest part of a schedule's text.
struct Token {
    enum Kind: Hashable {
        case end
        case number(Int, digits: Int)
        /// Minutes after 00:00; may be anything that two and two digits can say.
        case time(Int)
        case word(Word)
        case comment
        case comma, semicolon, bars, dash, plus, slash, colon, openBracket, closeBracket
        case openParenthesis, closeParenthesis
    }

    var kind: Kind
    /// UTF-8 offsets.
    var range: Range<Int>
    /// Whether white space stands before it.
    var hasSpaceBefore: Bool
}

/// A word of the language.
enum Word: Hashable {
    case weekday(Weekday)
    case month(Int)
    case holiday(HolidayKind)
    case easter
    case week
    case day
    case state(RuleState)
    case sunEvent(SunEvent)
    /// A word that stands for a hyphen or a comma in everyday writing, such as "to" and "and".
    case dash, comma
}
