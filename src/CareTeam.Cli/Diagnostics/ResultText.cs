using System.Text.RegularExpressions;

namespace CareTeam.Cli.Diagnostics;

/// <summary>Findings and conclusions of a study, a line each.</summary>
public static partial class ResultText
{
    public const string Example = "\"imaging disc-protrusion L4-L5 left moderate root L5\", \"conduction sural sensory left amplitude 12 uV normal\", "
        + "\"needle tibialis-anterior left abnormal fib 2 recruitment reduced\", \"conclude radiculopathy L5 left mild\", \"conclude entrapment peroneal left mild fibular head\"";

    public static void Add(RecordStudyResultRequest request, string text)
    {
        var line = new FindingLine(text);
        switch (line.Word("its kind").TrimEnd(':').ToLowerInvariant())
        {
            case "imaging": request.ImagingFindings.Add(Imaging(line)); break;
            case "conduction": request.NerveConductions.Add(Conduction(line)); break;
            case "needle": request.NeedleFindings.Add(Needle(line)); break;
            case "conclude": request.Conclusions.Add(Conclusion(line)); break;
            default: throw line.Wrong("begins with none of imaging, conduction, needle, conclude");
        }
        line.End();
    }

    private static ImagingFinding Imaging(FindingLine line)
    {
        var finding = new ImagingFinding
        {
            Kind = line.One<ImagingFindingKind>("finding"),
            Level = line.Maybe(w => Level().IsMatch(w)).ToUpperInvariant(),
            Side = line.Maybe<Side>(),
            Severity = line.Maybe<FindingSeverity>(),
        };
        if (line.Has("root")) finding.Root = line.Word("nerve root").ToUpperInvariant();
        finding.Remark = line.Rest();
        return finding;
    }

    private static NerveConductionFinding Conduction(FindingLine line)
    {
        var finding = new NerveConductionFinding
        {
            Nerve = line.Word("nerve").ToLowerInvariant(),
            Kind = line.One<NerveConductionKind>("kind"),
            Side = line.One<Side>("side"),
            Parameter = line.One<NerveConductionParameter>("parameter"),
            NoResponse = line.Has("no-response"),
        };
        if (!finding.NoResponse) (finding.Value, finding.Unit) = (line.Amount("value"), line.Word("unit"));
        finding.Interpretation = line.One<FindingInterpretation>("interpretation");
        finding.Segment = line.Rest();
        return finding;
    }

    private static NeedleFinding Needle(FindingLine line)
    {
        var finding = new NeedleFinding { Muscle = line.Word("muscle").ToLowerInvariant(), Side = line.One<Side>("side"), Interpretation = line.One<FindingInterpretation>("interpretation") };
        while (!line.IsEmpty)
        {
            if (line.Has("fib")) finding.Fibrillations = line.Number("grade");
            else if (line.Has("psw")) finding.PositiveSharpWaves = line.Number("grade");
            else if (line.Has("fasc")) finding.Fasciculations = line.Number("grade");
            else if (line.Has("insertional")) finding.InsertionalActivity = line.One<InsertionalActivity>("insertional activity");
            else if (line.Has("recruitment")) finding.Recruitment = line.One<MotorUnitRecruitment>("recruitment");
            else if (line.Has("units")) finding.MotorUnits = line.One<MotorUnitShape>("shape of motor units");
            else throw line.Wrong($"has '{line.Word("")}', which is none of fib, psw, fasc, insertional, recruitment, units");
        }
        return finding;
    }

    private static ElectrodiagnosticConclusion Conclusion(FindingLine line)
    {
        var conclusion = new ElectrodiagnosticConclusion { Kind = line.One<ElectrodiagnosticConclusionKind>("conclusion") };
        if (conclusion.Kind == ElectrodiagnosticConclusionKind.Radiculopathy) conclusion.Roots.Add(line.Word("nerve root").ToUpperInvariant().Split(','));
        if (conclusion.Kind == ElectrodiagnosticConclusionKind.PeripheralEntrapment) conclusion.Nerve = line.Word("nerve").ToLowerInvariant();
        conclusion.Side = line.Maybe<Side>();
        conclusion.Severity = line.Maybe<FindingSeverity>();
        conclusion.Site = line.Rest();
        return conclusion;
    }

    [GeneratedRegex("^[CTLS][0-9]{1,2}(-[CTLS][0-9]{1,2})?$", RegexOptions.IgnoreCase)]
    private static partial Regex Level();
}
