using CareTeam.Cli.CommandLine;
using CareTeam.Cli.Diagnostics;

namespace CareTeam.Cli.Tests.Diagnostics;

public sealed class ResultTextTests
{
    private static RecordStudyResultRequest Read(params string[] lines) => FindingLines.Read<RecordStudyResultRequest>(lines, "", ResultText.Add);

    [Fact]
    public void Findings_are_typed_as_they_are_said() => Assert.Equal(
        new RecordStudyResultRequest
        {
            ImagingFindings =
            {
                new ImagingFinding { Kind = ImagingFindingKind.DiscProtrusion, Level = "L4-L5", Side = Side.Left, Severity = FindingSeverity.Moderate, Root = "L5", Remark = "touches it" },
                new ImagingFinding { Kind = ImagingFindingKind.Normal },
            },
            NerveConductions =
            {
                new NerveConductionFinding
                {
                    Nerve = "peroneal", Kind = NerveConductionKind.Motor, Side = Side.Left, Parameter = NerveConductionParameter.Velocity, Value = 48.5, Unit = "m/s",
                    Interpretation = FindingInterpretation.Normal, Segment = "across the fibular head",
                },
                new NerveConductionFinding
                {
                    Nerve = "sural", Kind = NerveConductionKind.Sensory, Side = Side.Left, Parameter = NerveConductionParameter.Amplitude, NoResponse = true, Interpretation = FindingInterpretation.Abnormal,
                },
            },
            NeedleFindings =
            {
                new NeedleFinding
                {
                    Muscle = "tibialis-anterior", Side = Side.Left, Interpretation = FindingInterpretation.Abnormal, Fibrillations = 2, PositiveSharpWaves = 1,
                    InsertionalActivity = InsertionalActivity.Increased, Recruitment = MotorUnitRecruitment.Reduced, MotorUnits = MotorUnitShape.Polyphasic,
                },
            },
            Conclusions =
            {
                new ElectrodiagnosticConclusion { Kind = ElectrodiagnosticConclusionKind.Radiculopathy, Roots = { "L5", "S1" }, Side = Side.Left, Severity = FindingSeverity.Mild },
                new ElectrodiagnosticConclusion { Kind = ElectrodiagnosticConclusionKind.PeripheralEntrapment, Nerve = "peroneal", Side = Side.Left, Severity = FindingSeverity.Mild, Site = "fibular head" },
                new ElectrodiagnosticConclusion { Kind = ElectrodiagnosticConclusionKind.Inconclusive },
            },
        },
        Read(
            "imaging disc-protrusion l4-l5 left moderate root l5 touches it", "imaging normal",
            "conduction peroneal motor left velocity 48.5 m/s normal across the fibular head", "conduction sural sensory left amplitude no-response abnormal",
            "needle tibialis-anterior left abnormal fib 2 psw 1 insertional increased recruitment reduced units polyphasic",
            "conclude radiculopathy L5,S1 left mild", "conclude entrapment peroneal left mild fibular head", "conclude inconclusive"));

    [Theory]
    [InlineData("imaging slipped-disc L4-L5", "no finding")]
    [InlineData("needle tibialis-anterior left abnormal fibs 2", "none of fib")]
    [InlineData("needle tibialis-anterior left abnormal fib many", "no grade")]
    [InlineData("conduction sural sensory left amplitude low uV normal", "no value")]
    [InlineData("conclude sciatica", "no conclusion")]
    [InlineData("finding normal", "begins with none of")]
    public void What_is_wrong_is_told(string line, string told) => Assert.Contains(told, Assert.Throws<UsageException>(() => Read(line)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("imaging disc-protrusion L4-L5 left moderate root L5 touches it", "disc protrusion L4-L5 left moderate root L5: touches it")]
    [InlineData("conduction peroneal motor left velocity 48.5 m/s normal across the fibular head", "left peroneal motor velocity 48.5 m/s across the fibular head (normal)")]
    [InlineData("conduction sural sensory left amplitude no-response abnormal", "left sural sensory amplitude no response (abnormal)")]
    [InlineData("needle tibialis-anterior left abnormal fib 2 recruitment reduced", "left tibialis anterior: abnormal, fibrillations 2+, recruitment reduced")]
    [InlineData("conclude radiculopathy L5 left mild", "mild left L5 radiculopathy")]
    [InlineData("conclude entrapment peroneal left mild fibular head", "mild left peroneal entrapment at fibular head")]
    public void And_shown_as_they_are_read(string line, string shown)
    {
        var request = Read(line);
        Assert.Equal(shown, request.ImagingFindings.Select(ResultWords.Of)
            .Concat(request.NerveConductions.Select(ResultWords.Of)).Concat(request.NeedleFindings.Select(ResultWords.Of)).Concat(request.Conclusions.Select(ResultWords.Of)).Single());
    }
}
