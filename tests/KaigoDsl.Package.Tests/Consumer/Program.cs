using System;
using KaigoDsl.Specs.R7;

Console.OutputEncoding = System.Text.Encoding.UTF8;
var nation = MunicipalityTable.Load(args[0]);
var scores = MunicipalityFramework.Score(nation);
for (var i = 0; i < nation.Count; i++)
{
    Console.WriteLine($"{nation[i].団体コード} {scores.得点[i]}/{MunicipalityFramework.FullMark} {scores.推進.指標1.ア[i]} {scores.推進.指標2[i]}");
}

Console.WriteLine(scores.推進.指標1.Title);
