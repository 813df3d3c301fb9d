namespace CareTeam.Cli.Diagnostics;

/// <summary>Findings of an examination, a line each.</summary>
public static class ExamText
{
    public const string Example = "\"strength L5 left 4+\", \"reflex achilles left 1\", \"sensation L5 left pinprick reduced\", \"rom lumbar-spine flexion 40 painful\", "
        + "\"test slr left positive 45 leg pain\", \"gait antalgic left\", \"remark ...\"";

    public static void Add(ExamBody body, string text)
    {
        var line = new FindingLine(text);
        var kind = line.Word("its kind").TrimEnd(':').ToLowerInvariant();
        switch (kind)
        {
            case "strength": body.Strength.Add(Strength(line)); break;
            case "reflex": body.Reflexes.Add(Reflex(line)); break;
            case "sensation": body.Sensation.Add(Sensation(line)); break;
            case "rom": body.RangeOfMotion.Add(RangeOfMotion(line)); break;
            case "test": body.Tests.Add(Test(line)); break;
            case "gait": body.Gait.Add(new GaitFinding { Pattern = line.One<GaitPattern>("gait"), Side = line.Maybe<Side>() }); break;
            case "remark": body.Remark = body.Remark.Length == 0 ? line.Rest() : $"{body.Remark} {line.Rest()}"; break;
            default: throw line.Wrong("begins with none of strength, reflex, sensation, rom, test, gait, remark");
        }
        line.End();
    }

    private static StrengthFinding Strength(FindingLine line)
    {
        var finding = new StrengthFinding { Root = line.Word("nerve root").ToUpperInvariant(), Side = line.One<Side>("side") };
        var grade = line.Word("grade");
        if (grade.Length is not (1 or 2) || !char.IsAsciiDigit(grade[0]) || (grade.Length == 2 && grade[1] is not ('+' or '-'))) throw line.Wrong($"has '{grade}', which is no grade like 4, 4+ or 4-");
        finding.Grade = grade[0] - '0';
        finding.Modifier = grade.Length == 1 ? GradeModifier.Unspecified : grade[1] == '+' ? GradeModifier.Plus : GradeModifier.Minus;
        finding.Muscle = line.Rest().ToLowerInvariant().Replace(' ', '-');
        return finding;
    }

    private static ReflexFinding Reflex(FindingLine line)
    {
        var finding = new ReflexFinding { Reflex = line.One<Reflex>("reflex"), Side = line.One<Side>("side") };
        var grade = line.Word("grade");
        if (grade.Length is not (1 or 2) || !char.IsAsciiDigit(grade[0]) || (grade.Length == 2 && grade[1] != '+')) throw line.Wrong($"has '{grade}', which is no grade from 0 to 4");
        finding.Grade = grade[0] - '0';
        return finding;
    }

    private static SensationFinding Sensation(FindingLine line) => new()
    {
        Dermatome = line.Word("dermatome").ToUpperInvariant(),
        Side = line.One<Side>("side"),
        Modality = line.One<SensoryModality>("modality"),
        Sensation = line.One<Sensation>("sensation"),
    };

    private static RangeOfMotionFinding RangeOfMotion(FindingLine line)
    {
        var finding = new RangeOfMotionFinding { Region = line.One<BodyRegion>("region"), Movement = line.One<Movement>("movement"), Side = line.Maybe<Side>() };
        var range = line.Word("degrees or percent");
        var digits = range.TrimEnd('%');
        if (digits.Length is 0 or > 3 || !digits.All(char.IsAsciiDigit)) throw line.Wrong($"has '{range}', which is neither degrees, 40, nor percent, 60%");
        var value = int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        if (range.EndsWith('%')) finding.PercentOfNormal = value;
        else finding.Degrees = value;
        finding.Painful = line.Has("painful");
        return finding;
    }

    private static ExamTestFinding Test(FindingLine line)
    {
        var finding = new ExamTestFinding { Test = line.One<ExamTest>("test"), Side = line.Maybe<Side>(), Result = line.One<ExamTestResult>("result") };
        if (line.Maybe(w => w.Length <= 3 && w.All(char.IsAsciiDigit)) is { Length: > 0 } angle) finding.AngleDegrees = int.Parse(angle, System.Globalization.CultureInfo.InvariantCulture);
        finding.Reproduces = line.Rest();
        return finding;
    }
}
