using Google.Protobuf;

namespace CareTeam.Server.Tests.Interop;

/// <summary>Imports beside the plan of the random sequences: the same few plans, again and again.</summary>
public sealed class RandomImports : IRandomCommands
{
    private const string Bundle =
        """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"CarePlan","id":"ID","status":"active","intent":"plan","subject":{"reference":"Patient/1","display":"Ana"}}}]}""";

    public int Kinds => 1;

    public IMessage Request(string planId, IReadOnlyList<string> ids, int kind, int target) => new ImportBundleRequest
    {
        RequestId = New.Id(),
        BundleJson = Bundle.Replace("ID", $"p{target % 2}", StringComparison.Ordinal),
    };
}
