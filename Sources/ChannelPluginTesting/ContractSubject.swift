public import ChannelPluginKit
internal import ContactRouting

/// A plugin, and what the suite needs to know to try it.
public struct ContractSubject: Sendable {
    public let plugin: any ChannelPlugin
    /// Requests that the plugin must be able to prepare, one or more for each of its channels.
    public var requests: [PreparationRequest]
    /// Requests that it must refuse as above a limit.
    public var tooLarge: [PreparationRequest] = []
    /// Requests that it must refuse because something is missing or cannot be used.
    public var incomplete: [PreparationRequest] = []
    /// A text that the test planted in every secret setting of the plugin; it must come out nowhere.
    public var canary = "canary-7f3a91"
    /// What the provider answers when all is well.
    public var answer: @Sendable (HTTPRequest) -> HTTPResponse = { request in
        HTTPResponse(
            code: request.head.expected.min() ?? 200, contentType: "application/json", body: Array("{}".utf8))
    }
    /// What the provider answers, with a status of success, when the request failed all the same.
    public var errorAnswer = Array(#"{"status":"error"}"#.utf8)

    public init(_ plugin: any ChannelPlugin, requests: [PreparationRequest]) {
        self.plugin = plugin
        self.requests = requests
    }
}

/// Tries a plugin against every rule of the contract.
///
/// Needs no test framework: a test expects the list to be empty.
///
///     let breaches = await checkChannelContract(ContractSubject(EmailPlugin(), requests: [request]))
///     #expect(breaches == [])
///
/// - Returns: every breach found, in the order of the rules' checks.
public func checkChannelContract(_ subject: ContractSubject) async -> [ContractBreach] {
    var breaches = await DescriptorContract(subject).breaches()
    breaches += await PreparationContract(subject).breaches()
    for request in subject.requests {
        // What cannot be prepared is reported above and cannot be delivered.
        guard let prepared = try? await subject.plugin.prepare(request) else { continue }
        breaches += await DeliveryContract(subject, prepared, now: request.now).breaches()
    }
    return breaches
}
