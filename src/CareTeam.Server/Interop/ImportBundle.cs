namespace CareTeam.Server.Interop;

partial class InteropGrpc
{
    public override Task<ImportBundleResponse> ImportBundle(ImportBundleRequest request, ServerCallContext context) => pipeline.Send(request, context);
}
