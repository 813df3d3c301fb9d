using System.Globalization;

namespace CareTeam.Server.Rules;

partial class RuleGrpc
{
    public override Task<ListRulesResponse> ListRules(ListRulesRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The rules as they are in force on this server.</summary>
public sealed class ListRules(RuleTable table) : RpcUseCase<ListRulesRequest, ListRulesResponse>
{
    public override Permission Who => Permission.AnyCaller;

    protected override void Validate(ListRulesRequest request, Violations violations) => violations.Text("area", request.Area, 64, required: false);

    public override Task<ListRulesResponse> Answer(ListRulesRequest request, Caller caller, CancellationToken cancel) => Task.FromResult(new ListRulesResponse
    {
        Rules =
        {
            table.All.Where(v => v.Id.StartsWith(request.Area, StringComparison.Ordinal))
                .OrderBy(v => v.Id, StringComparer.Ordinal).ThenBy(v => v.Payer, StringComparer.Ordinal).ThenBy(v => v.Region, StringComparer.Ordinal).ThenBy(v => v.Effective)
                .Select(Shown),
        },
    });

    private static ClinicalRule Shown(RuleVersion v) => new()
    {
        RuleId = v.Id,
        Text = v.Text,
        Severity = v.Severity,
        OverridableBy = { v.OverridableBy },
        Parameters = { v.Parameters.ToDictionary(p => p.Key, p => p.Value.GetRawText()) },
        Source = v.Source,
        EffectiveDate = v.Effective.Iso(),
        Payer = v.Payer,
        Region = v.Region,
        Configured = v.Configured,
    };
}
