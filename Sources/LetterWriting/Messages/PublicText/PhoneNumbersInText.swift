/// The French phone numbers that a text names.
public enum PhoneNumbersInText {
    /// Ten digits each, without spaces, in the order of the text; a number that is named twice comes once.
    public static func numbers(in text: String) -> [String] {
        var numbers: [String] = []
        for number in NumberGroup.groups(in: text).flatMap(\.frenchNumbers) where !numbers.contains(number) {
            numbers.append(number)
        }
        return numbers
    }
}
