namespace CareTeam.V1;

// Commands that the server gives itself: no service has them, so their pairing stands here.
partial class RaiseDuesRequest : IPlanCommand<RaiseDuesResponse>;

partial class RaiseDuesResponse : IPlanReply;
