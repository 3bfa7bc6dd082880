public import ContactRouting

/// What a person has before their eyes during a call: short sections in the order in which a call goes.
///
/// The same values become a page and plain text. ``CallBriefParts`` makes the sections from a request; a plugin puts
/// together those that its channel needs.
public struct CallBrief: Hashable, Sendable {
    /// The language of the person; sentences to say may be in another one.
    public var language: Language
    /// What stands above everything, such as "Aide-mémoire pour l’appel".
    public var title: String
    public var sections: [Section]

    public init(language: Language, title: String, sections: [Section]) {
        self.language = language
        self.title = title
        self.sections = sections
    }

    /// A few lines under a heading.
    public struct Section: Hashable, Sendable {
        /// Nil for the lines under the title.
        public var heading: String?
        public var parts: [Part]

        public init(_ heading: String?, _ parts: [Part]) {
            self.heading = heading
            self.parts = parts
        }
    }

    /// One thing in a section.
    public enum Part: Hashable, Sendable {
        /// Labels with their values, in columns on paper.
        case facts([Fact])
        /// A paragraph; `field` names the fact that it shows, for an error.
        case text(String, field: String? = nil)
        /// A list.
        case points([String])
        /// Sentences to say, in the language in which the call is held.
        case spoken([String], in: Language)
        /// A line to write on: labels, each with room behind it.
        case blanks([Blank])
        /// Something to copy, to the letter: no space is added and no line broken.
        case verbatim(String)
    }

    /// A label with its value.
    public struct Fact: Hashable, Sendable {
        public var label: String
        public var value: String
        /// The fact that the value shows, as the case file spells it, for an error.
        public var field: String

        public init(_ label: String, _ value: String, field: String) {
            self.label = label
            self.value = value
            self.field = field
        }
    }

    /// A label with room to write behind it.
    public struct Blank: Hashable, Sendable {
        public var label: String
        public var room: Int

        /// - Parameter room: characters of the rule to write on.
        public init(_ label: String, room: Int) {
            self.label = label
            self.room = room
        }
    }
}
