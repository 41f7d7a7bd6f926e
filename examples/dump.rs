fn main(){ let root=std::env::args().nth(1).unwrap(); 
 for e in walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().flatten(){ if e.path().extension().is_some_and(|x|x=="md"){ 
 let b=std::fs::read(e.path()).unwrap(); let p=e.path().strip_prefix(&root).unwrap().to_string_lossy().to_string();
 let s=briefex::source::Source::decode(p,&b).unwrap(); for b in briefex::extract::extract(&s).briefings { println!("{}", serde_json::to_string(&b).unwrap()); } } } }
