namespace CareTeam.Server.Interop;

/// <summary>Each rpc's line stands with its use case.</summary>
public sealed partial class InteropGrpc(RpcPipeline pipeline) : InteropService.InteropServiceBase
{
    /// <summary>Bytes of the message that brings a bundle.</summary>
    public const int LargestBundle = 32 * 1024 * 1024;
}
