using CareTeam.Server.Diagnostics;

namespace CareTeam.Rules.Tests.Diagnostics;

public sealed class ElectrodiagnosticFormTests
{
    private static IEnumerable<string> Violated(Action<RecordStudyResultRequest> change)
    {
        var request = WorkUp.EmgResult(WorkUp.Abnormal("tibialis-anterior"));
        request.PlanId = Given.PlanId;
        change(request);
        return Fields.Violated(new RecordStudyResult(RuleTable.Shipped, ScopeOfPractice.Shipped), request);
    }

    private static NerveConductionFinding Conduction(NerveConductionKind kind, NerveConductionParameter parameter, double? value, string unit)
    {
        var finding = new NerveConductionFinding { Nerve = "deep-peroneal", Kind = kind, Segment = "across the fibular head", Side = Side.Left, Parameter = parameter, Unit = unit, Interpretation = FindingInterpretation.Normal };
        if (value is { } measured) finding.Value = measured;
        return finding;
    }

    [Theory]
    [InlineData(NerveConductionKind.Motor, NerveConductionParameter.Latency, 4.1, "ms", "")]
    [InlineData(NerveConductionKind.Motor, NerveConductionParameter.Amplitude, 5.2, "mV", "")]
    [InlineData(NerveConductionKind.Motor, NerveConductionParameter.Amplitude, 5.2, "uV", "unit")]
    [InlineData(NerveConductionKind.Sensory, NerveConductionParameter.Amplitude, 12.0, "uV", "")]
    [InlineData(NerveConductionKind.Sensory, NerveConductionParameter.Amplitude, 12.0, "mV", "unit")]
    [InlineData(NerveConductionKind.Motor, NerveConductionParameter.Velocity, 48.0, "m/s", "")]
    [InlineData(NerveConductionKind.Motor, NerveConductionParameter.Velocity, 48.0, "", "unit")]
    [InlineData(NerveConductionKind.Motor, NerveConductionParameter.AmplitudeDrop, 55.0, "%", "")]
    [InlineData(NerveConductionKind.Sensory, NerveConductionParameter.AmplitudeDrop, 55.0, "%", "parameter")]
    [InlineData(NerveConductionKind.HReflex, NerveConductionParameter.Amplitude, 2.0, "mV", "")]
    [InlineData(NerveConductionKind.Motor, NerveConductionParameter.Latency, null, "ms", "value")]
    [InlineData(NerveConductionKind.Motor, NerveConductionParameter.Latency, -1.0, "ms", "value")]
    public void A_parameter_has_its_value_in_its_unit(NerveConductionKind kind, NerveConductionParameter parameter, double? value, string unit, string violated) =>
        Assert.Equal(violated.Length == 0 ? [] : [$"nerve_conductions[0].{violated}"], Violated(r => r.NerveConductions.Add(Conduction(kind, parameter, value, unit))));

    [Fact]
    public void No_response_is_no_value_and_never_normal()
    {
        var absent = Conduction(NerveConductionKind.Sensory, NerveConductionParameter.Amplitude, null, "");
        (absent.NoResponse, absent.Interpretation) = (true, FindingInterpretation.Abnormal);
        Assert.Empty(Violated(r => r.NerveConductions.Add(absent)));
        absent.Value = 0;
        absent.Interpretation = FindingInterpretation.Normal;
        Assert.Equal(["nerve_conductions[0].value", "nerve_conductions[0].interpretation"], Violated(r => r.NerveConductions.Add(absent)));
    }

    [Fact]
    public void Everything_that_is_missing_is_told_at_once() => Assert.Equal(
        [
            "nerve_conductions[0].nerve", "nerve_conductions[0].kind", "nerve_conductions[0].side", "nerve_conductions[0].parameter", "nerve_conductions[0].interpretation", "nerve_conductions[0].value",
            "needle_findings[1].muscle", "needle_findings[1].side", "needle_findings[1].interpretation",
            "conclusions[1].kind",
        ],
        Violated(r =>
        {
            r.NerveConductions.Add(new NerveConductionFinding());
            r.NeedleFindings.Add(new NeedleFinding());
            r.Conclusions.Add(new ElectrodiagnosticConclusion());
        }));

    [Fact]
    public void A_muscle_is_of_the_catalog_one_side_is_tested_at_a_time_and_activity_is_graded_to_four() => Assert.Equal(
        ["needle_findings[0].muscle", "needle_findings[0].side", "needle_findings[0].fibrillations", "needle_findings[0].positive_sharp_waves"],
        Violated(r => r.NeedleFindings[0] = new NeedleFinding
        {
            Muscle = "M. tibialis",
            Side = Side.Bilateral,
            Fibrillations = 5,
            PositiveSharpWaves = 5,
            Fasciculations = 4,
            Interpretation = FindingInterpretation.Abnormal,
        }));

    [Theory]
    [InlineData(ElectrodiagnosticConclusionKind.Radiculopathy, "L5", "", "", Side.Left, "")]
    [InlineData(ElectrodiagnosticConclusionKind.Radiculopathy, "", "", "", Side.Left, "roots")]
    [InlineData(ElectrodiagnosticConclusionKind.Radiculopathy, "L5", "", "", Side.Unspecified, "side")]
    [InlineData(ElectrodiagnosticConclusionKind.Radiculopathy, "L5", "peroneal", "", Side.Left, "nerve")]
    [InlineData(ElectrodiagnosticConclusionKind.PeripheralEntrapment, "", "peroneal", "fibular head", Side.Left, "")]
    [InlineData(ElectrodiagnosticConclusionKind.PeripheralEntrapment, "", "peroneal", "", Side.Left, "site")]
    [InlineData(ElectrodiagnosticConclusionKind.PeripheralEntrapment, "", "", "fibular head", Side.Left, "nerve")]
    [InlineData(ElectrodiagnosticConclusionKind.PeripheralEntrapment, "L5", "peroneal", "fibular head", Side.Left, "roots")]
    [InlineData(ElectrodiagnosticConclusionKind.Polyneuropathy, "", "", "", Side.Unspecified, "")]
    [InlineData(ElectrodiagnosticConclusionKind.Polyneuropathy, "", "", "", Side.Left, "side")]
    [InlineData(ElectrodiagnosticConclusionKind.Normal, "", "", "", Side.Unspecified, "")]
    [InlineData(ElectrodiagnosticConclusionKind.Inconclusive, "", "", "knee", Side.Unspecified, "site")]
    public void A_conclusion_has_its_roots_or_its_nerve_and_site(ElectrodiagnosticConclusionKind kind, string root, string nerve, string site, Side side, string violated)
    {
        var conclusion = new ElectrodiagnosticConclusion { Kind = kind, Nerve = nerve, Site = site, Side = side };
        if (root.Length > 0) conclusion.Roots.Add(root);
        Assert.Equal(violated.Length == 0 ? [] : [$"conclusions[0].{violated}"], Violated(r => r.Conclusions[0] = conclusion));
    }

    [Fact]
    public void A_root_exists_and_is_named_once() => Assert.Equal(["conclusions[0].roots[1]", "conclusions[0].roots"], Violated(r => r.Conclusions[0].Roots.Add(["L9", "L5"])));

    [Fact]
    public void Nothing_is_normal_and_something_else_and_normal_has_no_severity()
    {
        Assert.Equal(["conclusions"], Violated(r => r.Conclusions.Add(new ElectrodiagnosticConclusion { Kind = ElectrodiagnosticConclusionKind.Normal })));
        Assert.Equal(["conclusions[0].severity"],
            Violated(r => r.Conclusions[0] = new ElectrodiagnosticConclusion { Kind = ElectrodiagnosticConclusionKind.Normal, Severity = FindingSeverity.Mild }));
    }
}
