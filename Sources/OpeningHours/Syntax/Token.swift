import CivilCalendar

/// The smallest part of a schedule's text.
struct Token {
    enum Kind: Hashable {
        case end
        case number(Int, digits: Int)
        /// Minutes after 00:00, 0 to 2880.
        case time(Int)
        case word(Word)
        case comment
        case comma, semicolon, bars, dash, plus, slash, colon, openBracket, closeBracket
        case openParenthesis, closeParenthesis
        /// A word of everyday writing that says nothing; the lexer passes over it.
        case filler
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
    /// Everyday writing for several weekdays, such as "daily" and "weekend".
    case weekdays(Weekday, Weekday)
    /// Everyday writing for a time, in minutes after 00:00, such as "noon".
    case clock(Int)
    /// Everyday writing after a number, such as "Uhr".
    case hour
    /// A word that stands for a hyphen or a comma in everyday writing, such as "to" and "and".
    case dash, comma
    /// A word that says nothing here, such as "from".
    case filler
}
